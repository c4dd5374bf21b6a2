package dev.parlance.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.rest.access.AllowedCallers.CallerGroup;
import dev.parlance.security.Permission;
import org.junit.jupiter.api.Test;

class AccessRuleTest {

    interface Resource {
        @RequiresPermission(value = Permission.TRANSLATE, localesInBody = true)
        void save();

        @AllowedCallers(CallerGroup.ANYONE)
        void list();

        void undeclared();

        @RequiresPermission(Permission.READ)
        @AllowedCallers(CallerGroup.ADMINISTRATORS)
        void contradictory();
    }

    @Test
    void readsPermissionOrGroup() {
        assertThat(rule("save").requiredPermission()).hasValueSatisfying(it -> {
            assertThat(it.value()).isEqualTo(Permission.TRANSLATE);
            assertThat(it.localesInBody()).isTrue();
        });
        assertThat(rule("save").allowedGroup()).isEmpty();
        assertThat(rule("list").allowedGroup()).contains(CallerGroup.ANYONE);
        assertThat(rule("list").requiredPermission()).isEmpty();
    }

    @Test
    void rejectsMethodsWithoutExactlyOneRule() {
        assertThatThrownBy(() -> rule("undeclared")).isInstanceOf(IllegalStateException.class).hasMessageContaining("undeclared");
        assertThatThrownBy(() -> rule("contradictory")).isInstanceOf(IllegalStateException.class).hasMessageContaining("contradictory");
    }

    private static AccessRule rule(String method) {
        try {
            return AccessRule.of(Resource.class.getDeclaredMethod(method));
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
