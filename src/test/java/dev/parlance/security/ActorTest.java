package dev.parlance.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.security.accounts.KeyText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActorTest {
    private static final CatalogName SHOP = new CatalogName("shop");
    private static final CatalogName OTHER = new CatalogName("other");
    private static final LocaleTag DE = LocaleTag.parse("de");
    private static final LocaleTag FR = LocaleTag.parse("fr");

    @ParameterizedTest
    @CsvSource({"VIEWER,READ READ_DRAFT", "TRANSLATOR,READ READ_DRAFT TRANSLATE", "REVIEWER,READ READ_DRAFT TRANSLATE APPROVE",
        "MANAGER,READ READ_DRAFT TRANSLATE APPROVE MANAGE IMPORT PUBLISH ADMINISTER"})
    void aRoleMayWhatItMayAndNothingElse(MemberRole role, String permissions) {
        var actor = actor(new Grant(role.permissions(), AllowedLocales.ALL));
        for (var permission : Permission.values()) {
            assertThat(actor.isAllowed(permission, SHOP)).as(permission.name()).isEqualTo(List.of(permissions.split(" ")).contains(permission.name()));
            assertThat(actor.isAllowed(permission, OTHER)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"READ,READ", "IMPORT,READ READ_DRAFT IMPORT", "TRANSLATE,READ READ_DRAFT TRANSLATE", "PUBLISH,READ READ_DRAFT PUBLISH",
        "ADMIN,READ READ_DRAFT TRANSLATE APPROVE MANAGE IMPORT PUBLISH ADMINISTER"})
    void aScopeIsGoodForWhatItIsAndNothingElse(Scope scope, String permissions) {
        assertThat(scope.permissions()).extracting(Enum::name).containsExactlyInAnyOrder(permissions.split(" "));
    }

    @Test
    void localesLimitWhatIsWrittenNotWhatIsRead() {
        var translator = actor(new Grant(MemberRole.REVIEWER.permissions(), AllowedLocales.of(List.of(DE))));
        assertThat(translator.isAllowed(Permission.TRANSLATE, SHOP, DE)).isTrue();
        assertThat(translator.isAllowed(Permission.TRANSLATE, SHOP, FR)).isFalse();
        assertThat(translator.isAllowed(Permission.APPROVE, SHOP, FR)).isFalse();
        assertThat(translator.isAllowed(Permission.READ_DRAFT, SHOP, FR)).isTrue();
        assertThat(translator.isAllowed(Permission.TRANSLATE, OTHER, DE)).isFalse();
        assertThat(translator.isAllowed(Permission.MANAGE, SHOP, DE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void anAdministratorMayEverythingAndNobodyNothing(Permission permission) {
        assertThat(Actor.OPERATOR.isAllowed(permission, SHOP, FR)).isTrue();
        assertThat(Actor.ANONYMOUS.isAllowed(permission, SHOP)).isFalse();
    }

    @Test
    void aKeyIsReadBackFromItsTextAndFromNoOther() {
        var key = KeyText.random();
        assertThat(KeyText.parse(key.text())).contains(key);
        assertThat(key).hasToString("prlc_" + key.id());
        for (int i = 0; i < key.text().length(); i++) {
            var c = key.text().charAt(i) == '0' ? '1' : '0';
            assertThat(KeyText.parse(key.text().substring(0, i) + c + key.text().substring(i + 1))).as("at " + i).isEmpty();
        }
    }

    private static Actor actor(Grant grant) {
        return new Actor("somebody", Actor.Kind.PERSON, false, Map.of(SHOP, grant));
    }
}
