package dev.parlance.publishing.release;

import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memorystore.ReleasedCatalog;
import dev.parlance.publishing.release.ReleaseDiff.Change;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareReleasesTest {
    private final ReleasedCatalog catalog = new ReleasedCatalog();
    private final CompareReleases compare = new CompareReleases(catalog.releases, catalog.blobs, catalog.rows.ports.transactions());

    @BeforeEach
    void releaseTwice() {
        List.of("a", "b").forEach(catalog::define);
        catalog.write("a", EN, "A");
        catalog.write("b", EN, "B");
        catalog.write("b", AR, "ب");
        catalog.release();
        catalog.write("a", JA, "あ");
        catalog.write("b", AR, "ج");
        catalog.release();
    }

    @Test
    void listsChangesOfEachLocaleInBothDirections() {
        var forward = compare.compare(catalog.rows.name, 1, 2).locales();
        assertThat(forward).containsOnlyKeys(AR, JA);
        assertThat(forward.get(AR)).isEqualTo(new ReleaseDiff.Changes(0, 1, 0, List.of(new Change("b", "ب", "ج"))));
        assertThat(compare.compare(catalog.rows.name, 2, 1).locales().get(JA).listed()).containsExactly(new Change("a", "あ", "A"));
    }

    @Test
    void readsOnlyBundlesThatDiffer() {
        catalog.releases.bundles(new ReleaseId(catalog.rows.name.value(), 1)).stream().filter(it -> it.locale().equals(EN))
                .forEach(it -> catalog.blobs.lose(it.bundle()));
        assertThat(compare.compare(catalog.rows.name, 1, 2).locales()).containsOnlyKeys(AR, JA);
        assertThat(compare.compare(catalog.rows.name, 2, 2)).isEqualTo(ReleaseDiff.EMPTY);
    }

    @Test
    void treatsLocaleThatOneReleaseLacksAsEmpty() {
        var french = LocaleTag.parse("fr");
        catalog.edit(() -> catalog.rows.catalog().offerLocale(french, false));
        catalog.release();
        assertThat(compare.compare(catalog.rows.name, 2, 3).locales().get(french).added()).isEqualTo(2);
        assertThat(compare.compare(catalog.rows.name, 3, 2).locales().get(french).removed()).isEqualTo(2);
    }

    @Test
    void rejectsUnknownReleases() {
        assertThat(problemOf(() -> compare.compare(catalog.rows.name, 1, 3)).arguments()).containsEntry("release", 3);
        assertThat(problemOf(() -> compare.compare(catalog.rows.name, 0, 1)).type()).isEqualTo(ProblemType.UNKNOWN_RELEASE);
        assertThat(problemOf(() -> compare.compare(new CatalogName("other"), 1, 2)).type()).isEqualTo(ProblemType.UNKNOWN_RELEASE);
    }

    @Test
    void sortsChangesByKeyAndCountsThoseNotListed() {
        var before = new TreeMap<>(Map.of("k1", "same", "k2", "old", "k4", "gone"));
        var after = new TreeMap<>(Map.of("k1", "same", "k2", "", "k0", "مرحبا"));
        assertThat(ReleaseDiff.compare(before, after)).isEqualTo(new ReleaseDiff.Changes(1, 1, 1,
                List.of(new Change("k0", null, "مرحبا"), new Change("k2", "old", ""), new Change("k4", "gone", null))));
        var many = IntStream.rangeClosed(0, ReleaseDiff.MAX_LISTED).boxed().collect(Collectors.toMap(it -> "k" + it, it -> "日本"));
        var changes = ReleaseDiff.compare(Map.of(), many);
        assertThat(changes.added()).isEqualTo(ReleaseDiff.MAX_LISTED + 1);
        assertThat(changes.listed()).hasSize(ReleaseDiff.MAX_LISTED);
    }
}
