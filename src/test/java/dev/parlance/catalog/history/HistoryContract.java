package dev.parlance.catalog.history;

import static dev.parlance.catalog.CatalogRows.AR;
import static dev.parlance.catalog.CatalogRows.DE;
import static dev.parlance.catalog.CatalogRows.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogRows;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.CorsOrigins;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.HistoryState.CatalogSettings;
import dev.parlance.catalog.HistoryState.LocaleSettings;
import dev.parlance.catalog.HistoryState.RecordedMessage;
import dev.parlance.catalog.HistoryState.RecordedText;
import dev.parlance.catalog.HistoryState.TermContent;
import dev.parlance.catalog.PortContract;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.errorbody.ErrorMembers;
import dev.parlance.locales.LocaleTag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every history of changes. */
public abstract class HistoryContract extends PortContract {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final ChangeTarget MESSAGE = ChangeTarget.message(key("limit"));
    private static final ChangeTarget GERMAN = ChangeTarget.text(key("limit"), DE);
    private static final ChangeTarget ARABIC = ChangeTarget.text(key("limit"), AR);
    private static final History.Query ALL = new History.Query(null, null, null, null, 0, null, null);

    public static Stream<HistoryState> states() {
        var confirmed = new Confirmations(List.of(new Confirmation("numbers", "注文", "ben")));
        return Stream.of(new CatalogSettings("", true, false),
                new CatalogSettings("T", false, false, LocaleTag.parse("zh-Hant"), true, ErrorMembers.DEFAULT,
                        new CorsOrigins(List.of("https://app.example.com"))), new LocaleSettings(true),
                new RecordedMessage(CatalogRows.definition(4, "limit")),
                new RecordedText(CatalogRows.content(""), TextState.DRAFT, null, Confirmations.NONE),
                new RecordedText(CatalogRows.content("مرحبا\n😀"), TextState.APPROVED, "hash", confirmed,
                new RecordedText.Attribution("ann", "ben")),
                new TermContent("żółw", true, "注", new TreeMap<>(Map.of(DE, "Schildkröte", AR, "سلحفاة"))));
    }

    @ParameterizedTest
    @MethodSource("states")
    public void returnsStateAsRecorded(HistoryState state) {
        record(edit("ann"), MESSAGE, 1, null, state);
        record(edit("ann"), MESSAGE, 2, state, null);
        assertThat(changes(1)).singleElement().matches(it -> it.before().isEmpty() && it.after().orElseThrow().equals(state));
        assertThat(changes(2)).singleElement().matches(it -> it.before().orElseThrow().equals(state) && it.after().isEmpty());
    }

    @Test
    public void returnsContextAsRecorded() {
        var job = UUID.randomUUID();
        record(new ChangeContext("ann", NOON, ChangeCause.REVERT, "dlaczego? 注", 7L, job), GERMAN, 3, null, null);
        var change = changes(1).get(0);
        assertThat(change.target()).isEqualTo(GERMAN);
        assertThat(new ChangeContext(change.changedBy(), change.changedAt(), change.cause(), change.comment(),
                change.revertedRevision().getAsLong(),
                change.job().orElseThrow())).isEqualTo(new ChangeContext("ann", NOON, ChangeCause.REVERT, "dlaczego? 注", 7L, job));
    }

    @Test
    public void listsLatestChangeFirst() {
        recordThreeRevisions();
        assertThat(page(ALL, 9)).containsExactly("3.1", "2.2", "2.1", "1.1");
        assertThat(page(ALL, 2)).containsExactly("3.1", "2.2");
    }

    @Test
    public void pagesFromWithinRevision() {
        recordThreeRevisions();
        assertThat(page(ALL.startingBefore(new Change.Id(rows.name.value(), 2, 2)), 9)).containsExactly("2.1", "1.1");
        assertThat(page(ALL.startingBefore(new Change.Id(rows.name.value(), 1, 1)), 9)).isEmpty();
    }

    @Test
    public void filtersChanges() {
        recordThreeRevisions();
        assertThat(page(new History.Query("limit", null, null, null, 0, null, null), 9)).containsExactly("3.1", "2.2", "2.1");
        assertThat(page(new History.Query(null, DE, null, null, 0, null, null), 9)).containsExactly("3.1", "2.1");
        assertThat(page(new History.Query(null, null, "ben", null, 0, null, null), 9)).containsExactly("2.2", "2.1");
        assertThat(page(new History.Query(null, null, null, ChangeCause.BULK, 0, null, null), 9)).containsExactly("3.1");
        assertThat(page(new History.Query(null, null, null, null, 2, null, null), 9)).containsExactly("3.1");
        assertThat(page(new History.Query("limit", DE, "ben", ChangeCause.EDIT, 1, null, null), 9)).containsExactly("2.1");
    }

    @Test
    public void filtersChangesByTime() {
        record(ChangeContext.forEdit("ann", NOON, ""), GERMAN, 1, null, null);
        record(ChangeContext.forEdit("ann", NOON.plusSeconds(1), ""), GERMAN, 2, null, null);
        assertThat(page(new History.Query(null, null, null, null, 0, null, NOON), 9)).as("including this time")
                .containsExactly("2.1", "1.1");
        assertThat(page(new History.Query(null, null, null, null, 0, null, NOON.plusMillis(1)), 9)).containsExactly("2.1");
        assertThat(page(new History.Query(null, null, null, null, 0, null, NOON.plusSeconds(2)), 9)).isEmpty();
    }

    @Test
    public void limitsSelectedChangesToFirstOnes() {
        recordThreeRevisions();
        var all = new History.Selection(null, null, null, null, null, null);
        assertThat(rows.call(() -> rows.ports.history().findChanges(rows.name, all, 2))).extracting(it -> it.id().revision() + "."
                + it.id().ordinal()).containsExactly("2.1", "2.2");
        assertThat(rows.call(() -> rows.ports.history().findChanges(rows.name, all, 9))).hasSize(3);
    }

    @Test
    public void findsLastChangeOfSourceLocale() {
        var settings = new CatalogSettings("T", false, false);
        record(edit("ann"), ChangeTarget.CATALOG, 1, null, settings);
        assertThat(rows.<Long>call(() -> rows.ports.history().lastSourceChange(rows.name))).isZero();
        record(edit("ann"), ChangeTarget.CATALOG, 2, settings, new CatalogSettings("T", false, false).with(DE, null));
        record(edit("ann"), ChangeTarget.CATALOG, 3, settings, new CatalogSettings("U", false, false));
        assertThat(rows.<Long>call(() -> rows.ports.history().lastSourceChange(rows.name))).isEqualTo(2);
    }

    @Test
    public void separatesCatalogs() {
        recordThreeRevisions();
        var other = new CatalogRows(rows.ports, CatalogRows.EN);
        assertThat(other.call(() -> other.ports.history().page(other.name, ALL, 9))).isEmpty();
        assertThat(other.<Integer>call(() -> other.ports.history().lastVersion(other.name, GERMAN))).isZero();
    }

    @Test
    public void returnsChangesOfRevisionAndJobInOrder() {
        var job = UUID.randomUUID();
        recordThreeRevisions();
        record(edit("max").withJob(job), GERMAN, 3, null, null);
        record(edit("max").withJob(job), ARABIC, 2, null, null);
        assertThat(changes(2)).extracting(Change::target).containsExactly(GERMAN, ARABIC);
        assertThat(changes(9)).isEmpty();
        assertThat(rows.call(() -> rows.ports.history().findChanges(rows.name, job))).extracting(Change::target)
                .containsExactly(GERMAN, ARABIC);
        assertThat(rows.call(() -> rows.ports.history().findChanges(rows.name, UUID.randomUUID()))).isEmpty();
    }

    @Test
    public void findsVersionsOfTarget() {
        recordThreeRevisions();
        assertThat(rows.<Integer>call(() -> rows.ports.history().lastVersion(rows.name, GERMAN))).isEqualTo(2);
        assertThat(rows.<Integer>call(() -> rows.ports.history().lastVersion(rows.name, ChangeTarget.CATALOG))).isEqualTo(5);
        assertThat(rows.<Integer>call(() -> rows.ports.history().lastVersion(rows.name, MESSAGE))).isZero();
        assertThat(rows.call(() -> rows.ports.history().findVersion(rows.name, GERMAN, 1)).orElseThrow().id().revision()).isEqualTo(2);
        assertThat(rows.call(() -> rows.ports.history().findVersion(rows.name, GERMAN, 3))).isEmpty();
        assertThat(rows.call(() -> rows.ports.history().findVersion(rows.name, ARABIC, 2))).isEmpty();
    }

    /** Revision 1 changes the settings, 2 the German and the Arabic text, 3 the German text again, by a job. */
    private void recordThreeRevisions() {
        record(edit("ann"), ChangeTarget.CATALOG, 5, null, null);
        rows.run(() -> {
            var revision = new Revision(rows.catalog(), rows.ports.history(), edit("ben"));
            revision.recordChange(GERMAN, 1, null, null);
            revision.recordChange(ARABIC, 1, null, null);
        });
        record(edit("ann").withJob(UUID.randomUUID()), GERMAN, 2, null, null);
    }

    private void record(ChangeContext context, ChangeTarget target, int version, @Nullable HistoryState before,
            @Nullable HistoryState after) {
        rows.run(() -> new Revision(rows.catalog(), rows.ports.history(), context).recordChange(target, version, before, after));
    }

    private static ChangeContext edit(String actor) {
        return ChangeContext.forEdit(actor, NOON, "");
    }

    private List<Change> changes(long revision) {
        return rows.call(() -> rows.ports.history().findChanges(rows.name, revision));
    }

    private List<String> page(History.Query query, int limit) {
        return rows.call(() -> rows.ports.history().page(rows.name, query, limit)).stream()
                .map(it -> it.id().revision() + "." + it.id().ordinal()).toList();
    }
}
