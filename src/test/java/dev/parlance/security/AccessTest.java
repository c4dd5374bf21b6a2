package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.accounts.Passwords;
import dev.parlance.security.authentication.PasswordLogin;
import dev.parlance.security.authentication.SessionTokens;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private final List<String> ended = new ArrayList<>();
    private final Records records = new Records();
    private final Transactions transactions = new Transactions() {
        @Override
        public <T> T call(Supplier<T> action) {
            return action.get();
        }
    };
    private final CurrentAccess access = new CurrentAccess(records, transactions, open -> { });

    @Test
    void whatIsDoneIsDoneThoughItCannotBeLoaded() {
        var sessions = new SessionTokens(Optional.empty(), CLOCK);
        var signIn = new PasswordLogin(access, new AccessChanges(records, null, transactions, access, CLOCK), new Passwords(4), sessions, CLOCK);
        records.away = true;
        signIn.signOut(sessions.issue("anna", CLOCK.instant()));
        assertThat(ended).hasSize(1);
        records.away = false;
        assertThat(access.refresh()).isTrue();
    }

    @Test
    void whileTheDatabaseIsAskedWhatItLastDidIsKnown() {
        assertThat(access.refresh()).isTrue();
        assertThat(records.reachableMeanwhile).isTrue();
        records.away = true;
        assertThatThrownBy(access::refresh).isInstanceOf(ProblemException.class);
        assertThat(access.reachable()).isFalse();
        assertThat(access.directory().loaded()).isTrue();
        records.away = false;
        assertThat(access.refresh()).isFalse();
        assertThat(access.reachable()).isTrue();
    }

    private final class Records implements AccessRecords {
        private boolean away;
        private boolean reachableMeanwhile;

        @Override
        public long revision() {
            reachableMeanwhile = access.reachable();
            if (away) {
                throw ProblemType.DATABASE_UNAVAILABLE.with();
            }
            return 1;
        }

        @Override
        public AccessSnapshot load(long revision) {
            return new AccessSnapshot(revision, Map.of(), Map.of(), Map.of(), new HashMap<>(), Set.of());
        }

        @Override
        public void endSession(String id, Instant wouldEnd, Instant now) {
            ended.add(id);
        }

        @Override
        public void setVisibility(CatalogName catalog, boolean toEverybody) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void recordKeyUses(Map<String, Instant> keys) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean offerFirstAdministrator(String tokenDigest, Instant until, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isFirstAdministratorToken(String tokenDigest, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean takeFirstAdministrator(String tokenDigest, Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}
