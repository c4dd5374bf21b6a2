package dev.parlance.publishing.release;

import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memorystore.ReleasedCatalog;
import dev.parlance.publishing.release.CompareReleases.ComparisonQuery;
import dev.parlance.publishing.release.CompareReleases.DiffPosition;
import dev.parlance.publishing.release.ReleaseDiff.Change;
import dev.parlance.publishing.release.ReleaseDiff.Changes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        var forward = compare(1, 2).locales();
        assertThat(forward).containsOnlyKeys(AR, JA);
        assertThat(forward.get(AR)).isEqualTo(new ReleaseDiff.Changes(0, 1, 0, List.of(new Change("b", "ب", "ج"))));
        assertThat(compare(2, 1).locales().get(JA).listed()).containsExactly(new Change("a", "あ", "A"));
    }

    @Test
    void readsOnlyBundlesThatDiffer() {
        catalog.releases.bundles(new ReleaseId(catalog.rows.name.value(), 1)).stream().filter(it -> it.locale().equals(EN))
                .forEach(it -> catalog.blobs.lose(it.bundle()));
        assertThat(compare(1, 2).locales()).containsOnlyKeys(AR, JA);
        assertThat(compare(2, 2)).isEqualTo(ReleaseDiff.EMPTY);
    }

    @Test
    void omitsLocaleWhoseContentReturned() {
        catalog.write("b", AR, "ب");
        catalog.release();
        assertThat(compare(1, 3).locales()).containsOnlyKeys(JA);
    }

    @Test
    void treatsLocaleThatOneReleaseLacksAsEmpty() {
        var french = LocaleTag.parse("fr");
        catalog.edit(() -> catalog.rows.catalog().offerLocale(french, false));
        catalog.release();
        assertThat(compare(2, 3).locales().get(french).added()).isEqualTo(2);
        assertThat(compare(3, 2).locales().get(french).removed()).isEqualTo(2);
    }

    @Test
    void rejectsUnknownReleases() {
        assertThat(problemOf(() -> compare(1, 3)).arguments()).containsEntry("release", 3);
        assertThat(problemOf(() -> compare(0, 1)).type()).isEqualTo(ProblemType.UNKNOWN_RELEASE);
        assertThat(problemOf(() -> compare.compare(new ComparisonQuery(new CatalogName("other"), 1, 2, Optional.empty(), 9))).type())
                .isEqualTo(ProblemType.UNKNOWN_RELEASE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void pagesByLocaleAndKeyAndCountsEverythingOnEachPage(int limit) {
        List.of("c", "d", "e").forEach(catalog::define);
        List.of("c", "d", "e").forEach(it -> catalog.write(it, EN, "日本 " + it));
        catalog.retire("a");
        catalog.publish(true);
        var all = listed(compare(2, 3));
        assertThat(all).hasSize(20).containsSequence("ar a", "ar c", "ar d", "ar e", "de a");

        var collected = new ArrayList<String>();
        Optional<DiffPosition> position = Optional.empty();
        do {
            var page = compare.compare(new ComparisonQuery(catalog.rows.name, 2, 3, position, limit));
            assertThat(listed(page.diff())).hasSizeBetween(1, limit);
            assertThat(page.diff().locales().values()).extracting(Changes::added).containsExactly(3, 3, 3, 3, 3);
            collected.addAll(listed(page.diff()));
            position = page.last();
        } while (position.isPresent());
        assertThat(collected).isEqualTo(all);
    }

    @Test
    void endsPageBeforeItIsTooLarge() {
        var large = "語".repeat(4000);
        for (int i = 0; i < 100; i++) {
            catalog.define("large" + i);
            catalog.write("large" + i, EN, large);
        }
        catalog.release();
        var page = compare.compare(new ComparisonQuery(catalog.rows.name, 2, 3, Optional.empty(), 500));
        assertThat(page.last()).isPresent();
        assertThat(page.diff().locales().values().stream().flatMap(it -> it.listed().stream())
                .mapToInt(it -> String.valueOf(it.after()).getBytes(StandardCharsets.UTF_8).length).sum())
                .isBetween(500_000, (int) ResourceLimit.PAGE.value());
    }

    @Test
    void listsFirstChangesOfNewReleaseOnly() {
        var collector = new ReleaseDiff.Collector();
        var many = new TreeMap<String, String>();
        IntStream.range(0, 1000).forEach(it -> many.put("k" + it, "日本"));
        List.of(EN, JA).forEach(it -> collector.add(it, ReleaseDiff.PatternSource.EMPTY, ReleaseDiff.PatternSource.of(many.entrySet().iterator())));
        var diff = collector.build();
        assertThat(diff.locales().get(JA)).isEqualTo(new Changes(1000, 0, 0, List.of()));
        assertThat(diff.locales().get(EN).added()).isEqualTo(1000);
        assertThat(diff.locales().get(EN).listed()).hasSize(ReleaseDiff.MAX_LISTED);
    }

    @Test
    void comparesSideBySide() {
        var before = new TreeMap<>(Map.of("k1", "same", "k2", "old", "k4", "gone"));
        var after = new TreeMap<>(Map.of("k1", "same", "k2", "", "k0", "مرحبا"));
        var changes = new ArrayList<Change>();
        ReleaseDiff.compare(ReleaseDiff.PatternSource.of(before.entrySet().iterator()), ReleaseDiff.PatternSource.of(after.entrySet().iterator()), changes::add);
        assertThat(changes).containsExactly(new Change("k0", null, "مرحبا"), new Change("k2", "old", ""), new Change("k4", "gone", null));
    }

    private ReleaseDiff compare(int before, int after) {
        return compare.compare(new ComparisonQuery(catalog.rows.name, before, after, Optional.empty(), 100)).diff();
    }

    private static List<String> listed(ReleaseDiff diff) {
        return diff.locales().entrySet().stream().flatMap(it -> it.getValue().listed().stream().map(change -> it.getKey() + " "
                + change.key())).toList();
    }
}
