package dev.parlance.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.AccessSnapshot;
import dev.parlance.security.AccessSnapshot.AccountEntry;
import dev.parlance.security.AccessSnapshot.ProviderPeople;
import dev.parlance.security.Grant;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogPeopleTest {
    private static final CatalogName SHOP = new CatalogName("shop");
    private static final Map<CatalogName, Grant> MEMBER = Map.of(SHOP, Grant.ALL);

    private final AccessRegistry registry = new AccessRegistry(null, null, it -> { });
    private final CatalogPeople people = new CatalogPeople(registry, null);

    private static AccountEntry account(boolean administrator, boolean disabled) {
        return new AccountEntry(Optional.empty(), administrator, disabled, Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({"shop,anna,true", "news,anna,false", "shop,root,true", "shop,former-root,false", "shop,stranger,false", "shop,former,false",
        "shop,without-account,false", "shop,oidc:carl,true", "shop,oidc:nobody,false", "shop,nobody,false"})
    void containsMembersAndAdministratorsWhoCanSignIn(String catalog, String person, boolean contained) {
        registry.restore(new AccessSnapshot(1, Map.of(SHOP, false), Map.of(),
                Map.of("anna", account(false, false), "root", account(true, false), "former-root", account(true, true),
                        "stranger", account(false, false), "former", account(false, true)),
                Map.of("anna", MEMBER, "former", MEMBER, "without-account", MEMBER, "oidc:carl", MEMBER), Set.of(), ProviderPeople.NONE,
                Map.of(), Map.of()));
        assertThat(people.contains(new CatalogName(catalog), person)).isEqualTo(contained);
    }
}
