package dev.parlance.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.AllowedLocales;
import dev.parlance.security.Grant;
import dev.parlance.security.Permission;
import dev.parlance.security.PersonName;
import dev.parlance.security.ProviderIdentity;
import dev.parlance.security.authentication.ProviderNames.ProviderUser;
import dev.parlance.security.memorystore.AccessInMemory;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderNamesTest {
    private static final String ISSUER = "https://id.example";
    private static final Grant READ = new Grant(Set.of(Permission.READ), AllowedLocales.ALL);

    private final AccessInMemory access = new AccessInMemory();
    private final ProviderNames names = new ProviderNames(access.records, access.rows.ports.transactions(), access.registry, access.clock);

    @BeforeEach
    void addWaitingMember() {
        access.records.grants.put("oidc:anna", Map.of(access.catalog, READ));
        access.records.addWaitingPerson(new PersonName("oidc:anna"));
        access.registry.refresh();
    }

    @Test
    void bindsMemberToFirstUserPermanently() {
        assertThat(signIn(user("1", "anna"))).isEqualTo("oidc:anna");
        assertThat(signIn(user("2", "anna"))).startsWith("oidc:sub-");
        assertThat(signIn(new ProviderUser(new ProviderIdentity("https://other.example", "1"), "anna", true))).startsWith("oidc:sub-");
        assertThat(signIn(user("1", "renamed"))).isEqualTo("oidc:anna");
    }

    @Test
    void bindsNoNameThatIsNotWaiting() {
        assertThat(signIn(user("1", "bela"))).isEqualTo(new ProviderIdentity(ISSUER, "1").derivedName().value());
        access.records.grants.clear();
        reload();
        assertThat(signIn(user("2", "anna"))).as("no longer a member").startsWith("oidc:sub-");
        assertThat(access.records.personByIdentity).isEmpty();
    }

    @Test
    void keepsDerivedNameOfMember() {
        var derived = new ProviderIdentity(ISSUER, "1").derivedName().value();
        access.records.grants.put(derived, Map.of(access.catalog, READ));
        reload();
        assertThat(signIn(user("1", "anna"))).isEqualTo(derived);
        assertThat(signIn(user("2", "anna"))).isEqualTo("oidc:anna");
    }

    @Test
    void bindsAdministratorsToFreeNames() {
        assertThat(signIn(new ProviderUser(new ProviderIdentity(ISSUER, "1"), "rita", true))).isEqualTo("oidc:rita");
        assertThat(signIn(user("2", "rita"))).startsWith("oidc:sub-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "an\nna", "an na", "sub-0123456789abcdef0123456789abcdef", "key:1", "花子", "a/b"})
    void ignoresInvalidNames(String label) {
        var user = new ProviderUser(new ProviderIdentity(ISSUER, "1"), label, true);
        assertThat(signIn(user)).isEqualTo(user.identity().derivedName().value());
        assertThat(signIn(new ProviderUser(user.identity(), "a".repeat(300), true))).isEqualTo(user.identity().derivedName().value());
    }

    @Test
    void keepsDerivedNameWhileDatabaseIsUnavailable() {
        access.records.setAvailable(false);
        assertThat(signIn(user("1", "anna"))).startsWith("oidc:sub-");
        access.records.setAvailable(true);
        assertThat(signIn(user("1", "anna"))).isEqualTo("oidc:anna");
        access.records.setAvailable(false);
        assertThat(signIn(user("1", "anna"))).isEqualTo("oidc:anna");
    }

    private String signIn(ProviderUser user) {
        return names.bindableName(user).map(it -> names.bind(user, it)).orElseGet(() -> names.nameOf(user));
    }

    private static ProviderUser user(String subject, String label) {
        return new ProviderUser(new ProviderIdentity(ISSUER, subject), label, false);
    }

    private void reload() {
        access.records.touch();
        access.registry.refresh();
    }
}
