package dev.parlance.rest.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.input.Cursor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of catalogs while some are deleted, or the database is unavailable. */
class CatalogResourceTest {
    private static final List<String> QUERY = List.of("catalogs");

    @Test
    void continuesListWhenCatalogIsDeletedMeanwhile() {
        var page = CatalogResource.page(List.of("a", "b", "c"), 2, it -> Optional.of(it).filter(name -> !name.equals("b")), QUERY);
        assertThat(page.items()).containsExactly("a");
        assertThat(Cursor.decode(page.next(), QUERY)).contains("b");
    }

    @Test
    void endsListAtLastName() {
        var page = CatalogResource.page(List.of("a", "b"), 2, Optional::of, QUERY);
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).isNull();
        assertThat(CatalogResource.page(List.of(), 2, Optional::of, QUERY).items()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = ProblemType.class, names = {"DATABASE_UNAVAILABLE", "OUTCOME_UNKNOWN"})
    void listsReleasedCatalogsWhileDatabaseIsUnavailable(ProblemType type) {
        assertThat(CatalogResource.unlessUnavailable(() -> {
            throw type.with();
        })).isEmpty();
    }

    @Test
    void reportsOtherProblems() {
        assertThatThrownBy(() -> CatalogResource.unlessUnavailable(() -> {
            throw ProblemType.BUSY.with();
        })).isInstanceOf(ProblemException.class);
    }
}
