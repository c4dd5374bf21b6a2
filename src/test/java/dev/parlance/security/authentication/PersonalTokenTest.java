package dev.parlance.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.security.AccessSnapshot;
import dev.parlance.security.Actor;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.Grant;
import dev.parlance.security.MemberRole;
import dev.parlance.security.Permission;
import dev.parlance.security.RandomSecrets;
import dev.parlance.security.Scope;
import dev.parlance.security.accounts.ApiKeyToken;
import dev.parlance.security.memorystore.AccessInMemory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests what a personal token may do, which depends on its owner at the time of use. */
class PersonalTokenTest {
    private static final AllowedLocales GERMAN = AllowedLocales.of(List.of(LocaleTag.parse("de")));

    private final AccessInMemory access = new AccessInMemory();
    private final CredentialVerifier verifier = new CredentialVerifier(access.registry,
            new SessionTokens(Optional.empty(), access.clock),
            new KeyUsageRecorder(access.records, access.rows.ports.transactions(), access.clock), access.clock);
    private final ApiKeyToken token = ApiKeyToken.generatePersonal();

    @BeforeEach
    void addOwner() {
        access.records.publicByCatalog.put(access.catalog, false);
        setOwner(false, false);
        setRole(MemberRole.TRANSLATOR);
        setScopes(Scope.TRANSLATE, Scope.PUBLISH);
    }

    @Test
    void actsForOwnerWithCommonPermissions() {
        var actor = verify().orElseThrow();
        assertThat(actor.name()).isEqualTo("anna");
        assertThat(actor.kind()).isEqualTo(Actor.Kind.TOKEN);
        assertThat(actor.grants()).containsOnlyKeys(access.catalog);
        var grant = actor.grants().get(access.catalog);
        assertThat(grant.permissions()).containsExactlyInAnyOrder(Permission.READ, Permission.READ_DRAFT, Permission.TRANSLATE);
        assertThat(grant.locales()).isEqualTo(GERMAN);
    }

    @Test
    void followsPermissionsOfOwner() {
        var before = verify().orElseThrow();
        setRole(MemberRole.VIEWER);
        assertThat(verify().orElseThrow().hasPermission(Permission.TRANSLATE, access.catalog)).isFalse();
        assertThat(verifier.reload(before).hasPermission(Permission.TRANSLATE, access.catalog)).isFalse();
        setRole(MemberRole.MANAGER);
        assertThat(verify().orElseThrow().hasPermission(Permission.PUBLISH, access.catalog)).isTrue();
        assertThat(verify().orElseThrow().hasPermission(Permission.ADMINISTER, access.catalog)).as("beyond its scopes").isFalse();
        access.records.grants.clear();
        reload();
        assertThat(verify().orElseThrow().grants()).isEmpty();
    }

    @Test
    void neverActsAsAdministratorOfService() {
        setOwner(true, false);
        setScopes(Scope.ADMIN);
        var actor = verify().orElseThrow();
        assertThat(actor.administrator()).isFalse();
        assertThat(actor.hasPermission(Permission.ADMINISTER, access.catalog)).isTrue();
        assertThat(actor.hasPermission(Permission.READ, new CatalogName("unknown"))).isFalse();
        setScopes(Scope.READ);
        assertThat(verify().orElseThrow().grants().get(access.catalog).permissions()).containsExactly(Permission.READ);
    }

    @Test
    void isInvalidWhileAccountIsDisabledOrMissing() {
        var actor = verify().orElseThrow();
        setOwner(false, true);
        assertThat(verify()).isEmpty();
        assertThat(verifier.reload(actor).isAnonymous()).isTrue();
        access.records.accounts.clear();
        reload();
        assertThat(verify()).isEmpty();
    }

    @Test
    void isInvalidOnceExpiredOrRevoked() {
        var actor = verify().orElseThrow();
        access.clock.advance(Duration.ofHours(1));
        assertThat(verify()).isEmpty();
        assertThat(verifier.reload(actor).isAnonymous()).isTrue();
        setScopes(Scope.READ);
        assertThat(verify()).isPresent();
        access.records.tokens.clear();
        reload();
        assertThat(verify()).isEmpty();
    }

    @Test
    void isNoApiKey() {
        assertThat(verifier.verifyKey(token.token())).isEmpty();
        assertThat(verifier.verifyPersonalToken(new ApiKeyToken(token.id(), token.secret()).token())).as("with the prefix of a key")
                .isEmpty();
        assertThat(verifier.verifyPersonalToken(new ApiKeyToken(ApiKeyToken.PERSONAL_PREFIX, token.id(), "0".repeat(64)).token()))
                .isEmpty();
        assertThat(verifier.verifyPersonalToken("prlp_")).isEmpty();
    }

    private Optional<Actor> verify() {
        return verifier.verifyPersonalToken(token.token());
    }

    private void setOwner(boolean administrator, boolean disabled) {
        access.records.accounts.put("anna",
                new AccessSnapshot.AccountEntry(Optional.empty(), administrator, disabled, access.clock.instant()));
        reload();
    }

    private void setRole(MemberRole role) {
        access.records.grants.put("anna", Map.of(access.catalog, new Grant(role.permissions(), GERMAN)));
        reload();
    }

    private void setScopes(Scope... scopes) {
        access.records.tokens.put(token.id(), new AccessSnapshot.TokenEntry("anna", RandomSecrets.sha256(token.secret()), Set.of(scopes),
                access.clock.instant().plus(Duration.ofHours(1))));
        reload();
    }

    private void reload() {
        access.records.touch();
        access.registry.refresh();
    }
}
