package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.accounts.PasswordHasher;
import dev.parlance.security.authentication.PasswordCheckQueue;
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

class AccessRegistryTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    private final List<String> endedSessions = new ArrayList<>();
    private final StubAccessRecords records = new StubAccessRecords();
    private final Transactions transactions = new Transactions() {
        @Override
        public <T> T call(Supplier<T> action) {
            return action.get();
        }
    };
    private final AccessRegistry accessRegistry = new AccessRegistry(records, transactions, open -> { });

    @Test
    void commitsChangeEvenIfReloadFails() {
        var sessions = new SessionTokens(Optional.empty(), CLOCK);
        var signIn = new PasswordLogin(accessRegistry, new ChangeAccess(records, null, transactions, accessRegistry, null, CLOCK),
                new PasswordHasher(4), new PasswordCheckQueue(new ResourceUsage()), sessions, CLOCK);
        records.unavailable = true;
        signIn.endSession(sessions.issue("anna", CLOCK.instant()));
        assertThat(endedSessions).hasSize(1);
        records.unavailable = false;
        assertThat(accessRegistry.refresh()).isTrue();
    }

    @Test
    void servesPublicCatalogsBeforePermissionsAreLoaded() {
        var open = new CatalogName("open");
        var known = new ArrayList<Set<CatalogName>>();
        var registry = new AccessRegistry(records, transactions, known::add);
        registry.restorePublicCatalogs(Set.of(open));
        assertThat(registry.snapshot().isPublic(open)).isTrue();
        assertThat(registry.snapshot().isLoaded()).isFalse();
        assertThat(registry.refresh()).isTrue();
        assertThat(registry.snapshot().isPublic(open)).isFalse();
        registry.restorePublicCatalogs(Set.of(open));
        assertThat(registry.snapshot().isPublic(open)).as("after permissions are loaded").isFalse();
        assertThat(known).containsExactly(Set.of(open), Set.of());
    }

    @Test
    void reportsReachabilityOfLastQuery() {
        assertThat(accessRegistry.refresh()).isTrue();
        assertThat(records.reachableDuringQuery).isTrue();
        records.unavailable = true;
        assertThatThrownBy(accessRegistry::refresh).isInstanceOf(ProblemException.class);
        assertThat(accessRegistry.isDatabaseReachable()).isFalse();
        assertThat(accessRegistry.snapshot().isLoaded()).isTrue();
        records.unavailable = false;
        assertThat(accessRegistry.refresh()).isFalse();
        assertThat(accessRegistry.isDatabaseReachable()).isTrue();
    }

    private final class StubAccessRecords implements AccessRecords {
        private boolean unavailable;
        private boolean reachableDuringQuery;

        @Override
        public long revision() {
            reachableDuringQuery = accessRegistry.isDatabaseReachable();
            if (unavailable) {
                throw ProblemType.DATABASE_UNAVAILABLE.with();
            }
            return 1;
        }

        @Override
        public AccessSnapshot load(long revision) {
            return new AccessSnapshot(revision, Map.of(), Map.of(), Map.of(), new HashMap<>(), Set.of(),
                    AccessSnapshot.ProviderPeople.NONE, Map.of(), Map.of());
        }

        @Override
        public void addWaitingPerson(PersonName person) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean hasProviderPerson(PersonName person) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void bindPerson(PersonName person, ProviderIdentity identity, Instant now, boolean create) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void endSession(String id, Instant expiresAt, Instant now) {
            endedSessions.add(id);
        }

        @Override
        public void setPublic(CatalogName catalog, boolean toEverybody) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void saveLastUsed(Map<String, Instant> keys) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean addSetupToken(String tokenDigest, Instant expiresAt, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean hasValidSetupToken(String tokenDigest, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean consumeSetupToken(String tokenDigest, Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}
