package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.security.accounts.ApiKeyToken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActorTest {
    private static final CatalogName SHOP_CATALOG = new CatalogName("shop");
    private static final CatalogName OTHER_CATALOG = new CatalogName("other");
    private static final LocaleTag DE = LocaleTag.parse("de");
    private static final LocaleTag FR = LocaleTag.parse("fr");

    @ParameterizedTest
    @CsvSource({"VIEWER,READ READ_DRAFT", "TRANSLATOR,READ READ_DRAFT TRANSLATE", "REVIEWER,READ READ_DRAFT TRANSLATE APPROVE",
        "MANAGER,READ READ_DRAFT TRANSLATE APPROVE MANAGE IMPORT PUBLISH ADMINISTER"})
    void grantsExactlyThePermissionsOfTheRole(MemberRole role, String permissions) {
        var actor = actorWith(new Grant(role.permissions(), AllowedLocales.ALL));
        for (var permission : Permission.values()) {
            assertThat(actor.hasPermission(permission, SHOP_CATALOG)).as(permission.name())
                    .isEqualTo(List.of(permissions.split(" ")).contains(permission.name()));
            assertThat(actor.hasPermission(permission, OTHER_CATALOG)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"READ,READ", "IMPORT,READ READ_DRAFT IMPORT", "TRANSLATE,READ READ_DRAFT TRANSLATE", "PUBLISH,READ READ_DRAFT PUBLISH",
        "ADMIN,READ READ_DRAFT TRANSLATE APPROVE MANAGE IMPORT PUBLISH ADMINISTER"})
    void grantsExactlyThePermissionsOfTheScope(Scope scope, String permissions) {
        assertThat(scope.permissions()).extracting(Enum::name).containsExactlyInAnyOrder(permissions.split(" "));
    }

    @Test
    void limitsWritesByLocaleButNotReads() {
        var translator = actorWith(new Grant(MemberRole.REVIEWER.permissions(), AllowedLocales.of(List.of(DE))));
        assertThat(translator.hasPermission(Permission.TRANSLATE, SHOP_CATALOG, DE)).isTrue();
        assertThat(translator.hasPermission(Permission.TRANSLATE, SHOP_CATALOG, FR)).isFalse();
        assertThat(translator.hasPermission(Permission.APPROVE, SHOP_CATALOG, FR)).isFalse();
        assertThat(translator.hasPermission(Permission.READ_DRAFT, SHOP_CATALOG, FR)).isTrue();
        assertThat(translator.hasPermission(Permission.TRANSLATE, OTHER_CATALOG, DE)).isFalse();
        assertThat(translator.hasPermission(Permission.MANAGE, SHOP_CATALOG, DE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void grantsAllToAdministratorsAndNothingToAnonymous(Permission permission) {
        assertThat(Actor.OPERATOR.hasPermission(permission, SHOP_CATALOG, FR)).isTrue();
        assertThat(Actor.ANONYMOUS.hasPermission(permission, SHOP_CATALOG)).isFalse();
    }

    @Test
    void parsesOnlyUnmodifiedKeys() {
        var key = ApiKeyToken.generate();
        assertThat(ApiKeyToken.parse(key.token())).contains(key);
        assertThat(key).hasToString("prlc_" + key.id());
        for (int i = 0; i < key.token().length(); i++) {
            var c = key.token().charAt(i) == '0' ? '1' : '0';
            assertThat(ApiKeyToken.parse(key.token().substring(0, i) + c + key.token().substring(i + 1))).as("at " + i).isEmpty();
        }
    }

    private static Actor actorWith(Grant grant) {
        return new Actor("somebody", Actor.Kind.PERSON, false, Map.of(SHOP_CATALOG, grant));
    }
}
