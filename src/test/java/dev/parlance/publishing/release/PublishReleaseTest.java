package dev.parlance.publishing.release;

import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.JA;
import static dev.parlance.catalog.CatalogRows.PL;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memorystore.ReleasedCatalog;
import dev.parlance.publishing.release.PublishRelease.PublishCommand;
import dev.parlance.publishing.release.ReleaseValidator.ReleaseBlocker;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishReleaseTest {
    private static final Argument COUNT = new Argument("n", ArgumentType.NUMBER, "5");

    private final ReleasedCatalog catalog = new ReleasedCatalog();

    @BeforeEach
    void defineMessage() {
        catalog.define("a");
        catalog.write("a", EN, "Text");
        catalog.write("a", JA, "本文");
    }

    @Test
    void cutsReleaseWithAllLocales() {
        var result = catalog.publish(false);
        assertThat(result.created()).isTrue();
        assertThat(result.release()).hasValueSatisfying(it -> {
            assertThat(List.of(it.number(), it.title(), it.sourceLocale(), it.comment())).containsExactly(1, "Rows", EN, "weekly");
            assertThat(it.createdBy()).contains("ann");
        });
        assertThat(patterns(1, JA)).containsExactly(Map.entry("a", "本文"));
        assertThat(patterns(1, AR)).as("fallback to the source").containsExactly(Map.entry("a", "Text"));
        assertThat(result.diff().locales()).containsOnlyKeys(AR, DE, EN, JA, PL);
    }

    @Test
    void createsNoReleaseOfUnchangedDraft() {
        var first = catalog.release();
        var again = catalog.publish(false);
        assertThat(again.created()).isFalse();
        assertThat(again.release()).contains(first);
        assertThat(again.diff()).isEqualTo(ReleaseDiff.EMPTY);
        assertThat(catalog.releases.page(catalog.rows.name, 9, 9)).hasSize(1);
    }

    @Test
    void keepsBundlesOfUnchangedLocales() {
        catalog.release();
        catalog.write("a", JA, "新しい本文");
        var diff = catalog.publish(false).diff();
        assertThat(diff.locales()).containsOnlyKeys(JA);
        assertThat(diff.locales().get(JA).listed()).containsExactly(new ReleaseDiff.Change("a", "本文", "新しい本文"));
        assertThat(bundles(2)).filteredOn(it -> it.changedIn() == 2).extracting(ReleaseBundle::locale).containsExactly(JA);
    }

    @Test
    void refreezesLocalesThatFallBackToChangedOne() {
        catalog.release();
        catalog.write("a", EN, "Changed");
        assertThat(catalog.publish(false).diff().locales()).containsOnlyKeys(AR, DE, EN, PL);
        assertThat(patterns(2, JA)).containsExactly(Map.entry("a", "本文"));
    }

    @Test
    void releasesLocaleThatIsOfferedLater() {
        catalog.release();
        var french = LocaleTag.parse("fr");
        catalog.edit(() -> catalog.rows.catalog().offerLocale(french, false));
        assertThat(catalog.publish(false).diff().locales()).containsOnlyKeys(french);
        assertThat(patterns(2, french)).containsExactly(Map.entry("a", "Text"));
    }

    @Test
    void storesEachDocumentOnce() {
        catalog.release();
        int before = catalog.blobs.size();
        catalog.write("a", JA, "別");
        catalog.release();
        assertThat(catalog.blobs.size()).isEqualTo(before + 2);
        catalog.write("a", JA, "本文");
        catalog.release();
        assertThat(catalog.blobs.size()).as("new bundle number, known reference document").isEqualTo(before + 3);
    }

    @Test
    void releasesOnlyApprovedTextsIfReviewIsRequired() {
        catalog.edit(() -> catalog.rows.catalog().updateSettings(new HistoryState.CatalogSettings("Rows", true, false)));
        catalog.write("a", EN, new TextContent(Syntax.ICU, "Approved", ""), TextState.APPROVED, 0);
        catalog.release();
        assertThat(patterns(1, JA)).containsExactly(Map.entry("a", "Approved"));
    }

    @Test
    void namesTextsThatAreNotApproved() {
        catalog.edit(() -> catalog.rows.catalog().updateSettings(new HistoryState.CatalogSettings("Rows", true, false)));
        var problem = rejection();
        assertThat(problem.type()).isEqualTo(ProblemType.TEXTS_NOT_APPROVED);
        assertThat(problem.arguments()).containsEntry("locale", "en").containsEntry("count", 1).containsEntry("keys", "a");
        assertThat(blockers(problem)).containsExactly("texts-not-approved null en");
    }

    @Test
    void reportsTextsWithErrors() {
        catalog.write("a", JA, new TextContent(Syntax.ICU, "誤り", ""), TextState.TRANSLATED, 1);
        assertThat(blockers(rejection())).containsExactly("text-has-errors a ja");
        assertThat(rejection().type()).isEqualTo(ProblemType.RELEASE_REFUSED);
        assertThat(catalog.preview(false).diff()).isEqualTo(ReleaseDiff.EMPTY);
    }

    @Test
    void reportsInvalidTextOnlyOnce() {
        catalog.write("a", JA, new TextContent(Syntax.ICU, "{broken", ""), TextState.TRANSLATED, 1);
        assertThat(blockers(rejection())).containsExactly("invalid-pattern a ja");
    }

    @Test
    void reportsMissingTextsOfRequiredLocales() {
        catalog.edit(() -> catalog.rows.catalog().offerLocale(PL, true));
        var problem = rejection();
        assertThat(problem.type()).isEqualTo(ProblemType.RELEASE_INCOMPLETE);
        assertThat(problem.arguments()).containsEntry("locales", "pl");
        assertThat(blockers(problem)).containsExactly("release-incomplete null pl");
    }

    @Test
    void rejectsBreakingChangesUnlessAccepted() {
        catalog.define("b", COUNT);
        catalog.write("b", EN, "{n}");
        catalog.release();
        catalog.retire("a");
        catalog.define("b");
        catalog.write("b", EN, "none");
        assertThat(rejection().type()).isEqualTo(ProblemType.BREAKING_CHANGE);
        assertThat(rejection().arguments()).containsEntry("keys", "a, b");
        assertThat(catalog.publish(true).release()).hasValueSatisfying(it -> assertThat(it.number()).isEqualTo(2));
        assertThat(patterns(2, EN)).containsOnlyKeys("b");
    }

    @Test
    void storesNothingWhenRejected() {
        catalog.write("a", JA, "{broken");
        rejection();
        assertThat(catalog.releases.findLatest(catalog.rows.name)).isEmpty();
    }

    @Test
    void previewsDifferencesDespiteMissingAndBreakingTexts() {
        catalog.release();
        catalog.edit(() -> catalog.rows.catalog().offerLocale(PL, true));
        catalog.retire("a");
        catalog.define("b");
        catalog.write("b", EN, "B");
        var preview = catalog.preview(false);
        assertThat(preview.created()).isFalse();
        assertThat(preview.release()).isEmpty();
        assertThat(preview.blockers().listed()).extracting(it -> it.problem().type())
                .containsExactly(ProblemType.RELEASE_INCOMPLETE, ProblemType.BREAKING_CHANGE);
        assertThat(preview.diff().locales().get(EN).listed())
                .containsExactly(new ReleaseDiff.Change("a", "Text", null), new ReleaseDiff.Change("b", null, "B"));
        assertThat(catalog.releases.page(catalog.rows.name, 9, 9)).hasSize(1);
    }

    @Test
    void publishesFirstReleaseToProductionOnce() {
        assertThat(publishFirst()).isTrue();
        assertThat(catalog.channels.heads()).extracting(ChannelHead::channel, ChannelHead::release).containsExactly(tuple("production", 1));
        catalog.write("a", JA, "別");
        assertThat(publishFirst()).isFalse();
        assertThat(catalog.channels.moves(catalog.rows.name, "production", 9)).singleElement().satisfies(it -> assertThat(it.movedBy())
                .isEqualTo("parlance"));
    }

    @Test
    void rejectsUnknownCatalog() {
        var command = new PublishCommand(new CatalogName("unknown"), false, "ann", "");
        assertThat(problemOf(() -> catalog.publish.publish(command)).type()).isEqualTo(ProblemType.UNKNOWN_CATALOG);
        assertThat(problemOf(() -> catalog.publish.preview(command)).type()).isEqualTo(ProblemType.UNKNOWN_CATALOG);
    }

    private boolean publishFirst() {
        return catalog.rows.call(() -> catalog.publish.publishFirst(catalog.rows.catalog()));
    }

    private ProblemException rejection() {
        return problemOf(() -> catalog.publish(false));
    }

    @SuppressWarnings("unchecked")
    private static List<String> blockers(ProblemException problem) {
        return ((List<ReleaseBlocker>) problem.members().get(PublishRelease.FINDINGS_MEMBER)).stream()
                .map(it -> it.problem().type().key() + " " + it.key() + " " + it.locale()).toList();
    }

    private List<ReleaseBundle> bundles(int release) {
        return catalog.releases.bundles(new ReleaseId(catalog.rows.name.value(), release));
    }

    private Map<String, String> patterns(int release, LocaleTag locale) {
        return bundles(release).stream()
                .collect(Collectors.toMap(ReleaseBundle::locale, it -> Bundle.readPatterns(catalog.blobs.get(it.bundle())))).get(locale);
    }
}
