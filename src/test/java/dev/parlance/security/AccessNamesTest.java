package dev.parlance.security;

import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of access data: names, labels, locales and snapshots. */
class AccessNamesTest {
    private static final CatalogName SHOP = new CatalogName("shop");

    @ParameterizedTest
    @ValueSource(strings = {"a", "anna", "anna.b-c_d@example.org", "0", "oidc:Anna|x+1@y", "oidc:administrator", "oidc:parlance"})
    void acceptsValidNames(String name) {
        assertThat(new PersonName(name)).hasToString(name);
        assertThat(new PersonName(name).isLocal()).isEqualTo(!name.startsWith("oidc:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Anna", "administrator", "parlance", "-a", "a-", "a b", "a:b", "oidc:", "oidc:a b", "OIDC:a", "key:a",
            "آنا", "żaneta", "花子"})
    void rejectsInvalidNames(String name) {
        assertThat(problemOf(() -> new PersonName(name)).type()).isEqualTo(ProblemType.INVALID_NAME);
    }

    @Test
    void limitsLengthOfNames() {
        assertThat(new PersonName("a".repeat(128)).value()).hasSize(128);
        assertThat(problemOf(() -> new PersonName("a".repeat(129))).type()).isEqualTo(ProblemType.INVALID_NAME);
        assertThat(new PersonName("oidc:" + "a".repeat(128)).isLocal()).isFalse();
        assertThat(problemOf(() -> new PersonName("oidc:" + "a".repeat(129))).type()).isEqualTo(ProblemType.INVALID_NAME);
    }

    @Test
    void parsesOnlyLocalNamesAsAccounts() {
        assertThat(PersonName.ofAccount("anna")).isEqualTo(new PersonName("anna"));
        assertThat(problemOf(() -> PersonName.ofAccount("oidc:anna")).type()).isEqualTo(ProblemType.INVALID_NAME);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|''", "ja|ja", "pl ar  ja|ar ja pl", "zh-hant de de|de zh-Hant"})
    void storesLocalesSorted(String column, String stored) {
        assertThat(AllowedLocales.parse(column).toColumn()).isEqualTo(stored);
        assertThat(AllowedLocales.parse(stored)).isEqualTo(AllowedLocales.parse(column));
    }

    @Test
    void allowsAllLocalesIfNoneIsListed() {
        assertThat(AllowedLocales.ALL.isLimited()).isFalse();
        assertThat(AllowedLocales.ALL.contains(LocaleTag.parse("ja"))).isTrue();
        var limited = AllowedLocales.of(List.of(LocaleTag.parse("ar")));
        assertThat(limited.isLimited()).isTrue();
        assertThat(limited.contains(LocaleTag.parse("ar"))).isTrue();
        assertThat(limited.contains(LocaleTag.parse("ar-EG"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void limitsOnlyWritingPermissionsByLocale(Permission permission) {
        var limited = AllowedLocales.of(List.of(LocaleTag.parse("ar")));
        boolean writes = Set.of(Permission.TRANSLATE, Permission.APPROVE, Permission.IMPORT).contains(permission);
        assertThat(new Grant(Set.of(permission), limited).locales(permission)).isEqualTo(writes ? limited : AllowedLocales.ALL);
        assertThat(Grant.NONE.allows(permission)).isFalse();
    }

    @Test
    void findsRolesAndScopesByLabel() {
        for (var role : MemberRole.values()) {
            assertThat(MemberRole.of(role.label())).contains(role);
        }
        for (var scope : Scope.values()) {
            assertThat(Scope.of(scope.label())).contains(scope);
        }
        for (var unknown : List.of("", "VIEWER", "READ", "owner", "مدير")) {
            assertThat(MemberRole.of(unknown)).isEmpty();
            assertThat(Scope.of(unknown)).isEmpty();
        }
    }

    @Test
    void limitsOnlyTranslatorsAndReviewersByLocale() {
        assertThat(MemberRole.values()).filteredOn(MemberRole::allowsLocaleLimits)
                .containsExactly(MemberRole.TRANSLATOR, MemberRole.REVIEWER);
    }

    @Test
    void sortsGrantsByCatalog() {
        var grant = new Grant(Set.of(Permission.READ), AllowedLocales.ALL);
        var actor = new Actor("anna", Actor.Kind.PERSON, false,
                Map.of(SHOP, grant, new CatalogName("a"), grant, new CatalogName("z"), grant));
        assertThat(actor.sortedGrants().keySet()).containsExactly("a", "shop", "z");
        assertThat(Actor.ANONYMOUS.isAnonymous()).isTrue();
        assertThat(actor.isAnonymous()).isFalse();
    }

    @Test
    void grantsNothingBeforeLoading() {
        assertThat(AccessSnapshot.EMPTY.isLoaded()).isFalse();
        assertThat(AccessSnapshot.EMPTY.contains(SHOP)).isFalse();
        assertThat(AccessSnapshot.EMPTY.isPublic(SHOP)).isFalse();
        assertThat(AccessSnapshot.EMPTY.grantsOf("anna")).isEmpty();
    }

    @Test
    void expiresKeysAtTheirInstant() {
        var expiry = Instant.parse("2026-01-02T03:04:05Z");
        var key = new AccessSnapshot.KeyEntry(SHOP, "", Grant.NONE, Optional.of(expiry));
        assertThat(key.isValidAt(expiry.minusNanos(1))).isTrue();
        assertThat(key.isValidAt(expiry)).isFalse();
        assertThat(new AccessSnapshot.KeyEntry(SHOP, "", Grant.NONE, Optional.empty()).isValidAt(Instant.MAX)).isTrue();
    }
}
