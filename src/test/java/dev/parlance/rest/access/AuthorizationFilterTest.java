package dev.parlance.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessSnapshot;
import dev.parlance.security.Actor;
import dev.parlance.security.Permission;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizationFilterTest {

    @ParameterizedTest
    @CsvSource({"there,true,UNKNOWN_CATALOG", "absent,true,UNKNOWN_CATALOG", "there,false,NOT_READY", "absent,false,NOT_READY",
            "open,false,NOT_PERMITTED"})
    void deniesPrivateCatalogsLikeUnknownOnes(String catalog, boolean ready, ProblemType expected) {
        var snapshot = new AccessSnapshot(1, Map.of(new CatalogName("there"), false, new CatalogName("open"), true),
                Map.of(), Map.of(), Map.of(), Set.of(), AccessSnapshot.ProviderPeople.NONE, Map.of(), Map.of());
        assertThat(AuthorizationFilter.denial(snapshot, new CatalogName(catalog), Actor.ANONYMOUS, Permission.PUBLISH, ready).type())
                .isEqualTo(expected);
    }
}
