package dev.parlance.security.authentication;

import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessSnapshot.AccountEntry;
import dev.parlance.security.AccessSnapshot.KeyEntry;
import dev.parlance.security.Actor;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.Grant;
import dev.parlance.security.Permission;
import dev.parlance.security.RandomSecrets;
import dev.parlance.security.accounts.ApiKeyToken;
import dev.parlance.security.memorystore.AccessInMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CredentialVerifierTest {
    private static final Grant READ = new Grant(Set.of(Permission.READ), AllowedLocales.ALL);

    private final AccessInMemory access = new AccessInMemory();
    private final Instant now = access.clock.instant();
    private final SessionTokens sessions = new SessionTokens(Optional.empty(), access.clock);
    private final KeyUsageRecorder usage = new KeyUsageRecorder(access.records, access.rows.ports.transactions(), access.clock);
    private final CredentialVerifier verifier = new CredentialVerifier(access.registry, sessions, usage, access.clock);
    private final ApiKeyToken token = ApiKeyToken.generate();

    @BeforeEach
    void addKeyAndAccount() {
        access.records.keys.put(token.id(),
                new KeyEntry(access.catalog, RandomSecrets.sha256(token.secret()), READ, Optional.of(now.plusSeconds(60))));
        access.records.accounts.put("anna", new AccountEntry(Optional.empty(), false, false, now.plusNanos(999)));
        access.records.grants.put("anna", Map.of(access.catalog, READ));
        access.records.grants.put("oidc:anna", Map.of(access.catalog, READ));
        reload();
    }

    @Test
    void identifiesActorOfKey() {
        assertThat(verifier.verifyKey(token.token()))
                .contains(new Actor("key:" + token.id(), Actor.Kind.KEY, false, Map.of(access.catalog, READ)));
    }

    @Test
    void rejectsMalformedUnknownAndWrongKeys() {
        for (var invalid : new String[] {"", "prlc_", "日本", ApiKeyToken.generate().token(),
                new ApiKeyToken(token.id(), "0".repeat(64)).token()}) {
            assertThat(verifier.verifyKey(invalid)).as(invalid).isEmpty();
        }
    }

    @Test
    void rejectsExpiredAndRevokedKeys() {
        access.clock.advance(Duration.ofSeconds(60));
        assertThat(verifier.verifyKey(token.token())).isEmpty();
        access.records.keys.put(token.id(), new KeyEntry(access.catalog, RandomSecrets.sha256(token.secret()), READ, Optional.empty()));
        reload();
        assertThat(verifier.verifyKey(token.token())).isPresent();
        access.records.keys.clear();
        reload();
        assertThat(verifier.verifyKey(token.token())).isEmpty();
    }

    @Test
    void recordsUseOfValidKeysOnly() {
        verifier.verifyKey(new ApiKeyToken(token.id(), "0".repeat(64)).token());
        usage.flush();
        assertThat(access.records.lastUsedByKey).isEmpty();
        verifier.verifyKey(token.token());
        usage.flush();
        assertThat(access.records.lastUsedByKey).containsExactly(Map.entry(token.id(), now));
    }

    @Test
    void identifiesActorOfSession() {
        assertThat(verifier.verifySession(sessions.issue("anna", now)))
                .contains(new Actor("anna", Actor.Kind.PERSON, false, Map.of(access.catalog, READ)));
    }

    @Test
    void rejectsSessionsThatEndedOrBelongToNoActiveAccount() {
        var session = sessions.issue("anna", now);
        assertThat(verifier.verifySession(sessions.issue("anna", now.minusMillis(1)))).as("before the password changed").isEmpty();
        assertThat(verifier.verifySession(sessions.issue("anna", now.plusMillis(1)))).as("equality, not order").isEmpty();
        assertThat(verifier.verifySession(sessions.issue("bela", now))).as("unknown account").isEmpty();
        assertThat(verifier.verifySession("")).isEmpty();
        access.records.endedSessions.add(session.substring(0, session.indexOf('.')));
        reload();
        assertThat(verifier.verifySession(session)).as("signed out").isEmpty();
        disableAnna();
        assertThat(verifier.verifySession(sessions.issue("anna", now))).as("disabled").isEmpty();
    }

    @Test
    void reloadsPermissionsOfKeysAndPeople() {
        var key = verifier.verifyKey(token.token()).orElseThrow();
        var anna = verifier.verifySession(sessions.issue("anna", now)).orElseThrow();
        var guest = verifier.toOidcActor("oidc:anna", true);
        access.records.grants.clear();
        reload();
        assertThat(verifier.reload(key)).isEqualTo(key);
        assertThat(verifier.reload(anna)).isEqualTo(new Actor("anna", Actor.Kind.PERSON, false, Map.of()));
        assertThat(verifier.reload(guest)).isEqualTo(new Actor("oidc:anna", Actor.Kind.PERSON, true, Map.of()));
        assertThat(verifier.reload(Actor.OPERATOR)).isSameAs(Actor.OPERATOR);
        assertThat(verifier.reload(Actor.ANONYMOUS)).isSameAs(Actor.ANONYMOUS);
    }

    @Test
    void reloadsInvalidActorsAsAnonymous() {
        var key = verifier.verifyKey(token.token()).orElseThrow();
        var anna = verifier.verifySession(sessions.issue("anna", now)).orElseThrow();
        disableAnna();
        access.clock.advance(Duration.ofSeconds(60));
        assertThat(verifier.reload(key)).isSameAs(Actor.ANONYMOUS);
        assertThat(verifier.reload(anna)).isSameAs(Actor.ANONYMOUS);
    }

    @Test
    void savesUsesAtMostOnceAMinute() {
        usage.recordUse("k");
        usage.flushIfDue();
        access.clock.advance(Duration.ofSeconds(59));
        usage.recordUse("k");
        usage.flushIfDue();
        assertThat(access.records.lastUsedByKey).containsEntry("k", now);
        access.clock.advance(Duration.ofSeconds(1));
        usage.flushIfDue();
        assertThat(access.records.lastUsedByKey).containsEntry("k", now.plusSeconds(59));
    }

    @Test
    void keepsUsesThatCouldNotBeSaved() {
        usage.recordUse("k");
        access.records.setAvailable(false);
        assertThat(problemOf(usage::flushIfDue).type()).isEqualTo(ProblemType.DATABASE_UNAVAILABLE);
        access.records.setAvailable(true);
        usage.flushIfDue();
        assertThat(access.records.lastUsedByKey).containsEntry("k", now);
    }

    private void disableAnna() {
        access.records.accounts.put("anna", new AccountEntry(Optional.empty(), false, true, now));
        reload();
    }

    private void reload() {
        access.records.touch();
        access.registry.refresh();
    }
}
