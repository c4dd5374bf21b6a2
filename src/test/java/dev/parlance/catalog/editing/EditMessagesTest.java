package dev.parlance.catalog.editing;

import static dev.parlance.catalog.CatalogFixture.LIMIT;
import static dev.parlance.catalog.CatalogFixture.SHOP;
import static dev.parlance.catalog.CatalogFixture.by;
import static dev.parlance.catalog.CatalogFixture.key;
import static dev.parlance.catalog.CatalogRows.definition;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.Advice;
import dev.parlance.catalog.CatalogFixture;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState.RecordedMessage;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.LifecycleInfo;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.Message.Definition;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.VersionCheck;
import dev.parlance.catalog.history.VersionCheck.VersionedState;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.ArgumentContract;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Creates and redefines messages. */
class EditMessagesTest {
    private final CatalogFixture shop = new CatalogFixture();

    @Test
    void createsMessageAtEndOfCatalog() {
        var created = shop.editMessages.create(SHOP, key("-1015"), definition(99, "x").withTags(Tags.of(List.of("order"))), by("ann"));
        assertThat(created.created()).isTrue();
        assertThat(shop.message("-1015").definition().position()).isEqualTo(1);
        assertThat(shop.message("-1015").version()).isEqualTo(1);
        assertThat(shop.catalog().releasedMessageCount()).isEqualTo(2);
        assertThat(shop.catalog().definitionsRevision()).isEqualTo(shop.revision());
    }

    @Test
    void rejectsUsedKeyEvenOfRetiredMessage() {
        update(1, it -> it.withStage(Lifecycle.RETIRED));
        assertThat(problemOf(() -> shop.editMessages.create(SHOP, LIMIT, definition(0, "other"), by("ann"))))
                .hasMessage("resource-exists {etag=\"2\"}");
    }

    @Test
    void rejectsUsedReason() {
        assertThat(problemOf(() -> shop.editMessages.create(SHOP, key("other"), definition(0, "limit"), by("ann"))).type())
                .isEqualTo(ProblemType.ALREADY_EXISTS);
    }

    @Test
    void rejectsUnknownCatalogAndMessage() {
        assertThat(problemOf(() -> shop.editMessages.create(new CatalogName("missing"), LIMIT, definition(0, "a"), by("ann"))).type())
                .isEqualTo(ProblemType.UNKNOWN_CATALOG);
        assertThat(problemOf(() -> shop.editMessages.update(SHOP, key("missing"), 1, it -> it, by("ann"))).type())
                .isEqualTo(ProblemType.UNKNOWN_MESSAGE);
    }

    @Test
    void updatesDefinitionButNotPosition() {
        var updated = update(1, it -> new Definition(77, "new-code", it.reason(), 503, ArgumentContract.EMPTY));
        assertThat(updated.definition().position()).isZero();
        assertThat(updated.definition().code()).isEqualTo("new-code");
        assertThat(updated.version()).isEqualTo(2);
        assertThat(shop.changes(shop.revision())).extracting(it -> it.target()).containsExactly(ChangeTarget.message(LIMIT));
    }

    @Test
    void recordsNothingWhenDefinitionStaysTheSame() {
        long revision = shop.revision();
        assertThat(update(1, it -> it).version()).isEqualTo(1);
        assertThat(shop.revision()).isEqualTo(revision);
    }

    @Test
    void rejectsStaleVersionWithBothDefinitions() {
        var original = shop.message("limit").definition();
        var changed = update(1, it -> it.withTags(Tags.of(List.of("order")))).definition();
        var problem = problemOf(() -> update(1, it -> it.withStage(Lifecycle.DRAFT)));
        assertThat(problem.members()).isEqualTo(Map.of(VersionCheck.THEIRS, new VersionedState(2, new RecordedMessage(changed)),
                VersionCheck.BASE, new VersionedState(1, new RecordedMessage(original))));
    }

    @Test
    void acceptsExistingReplacement() {
        shop.createMessage("next");
        assertThat(update(1, it -> replacedBy(it, "next")).definition().lifecycle().replacedBy()).isEqualTo(key("next"));
    }

    @Test
    void rejectsUnknownRetiredOrOwnReplacement() {
        shop.createMessage("gone");
        shop.editMessages.update(SHOP, key("gone"), 1, it -> it.withStage(Lifecycle.RETIRED), by("ann"));
        assertThat(problemOf(() -> update(1, it -> replacedBy(it, "gone"))).arguments()).containsEntry("fault", "retired");
        assertThat(problemOf(() -> update(1, it -> replacedBy(it, "missing"))).type()).isEqualTo(ProblemType.UNKNOWN_MESSAGE);
        assertThat(problemOf(() -> update(1, it -> replacedBy(it, "limit"))).type()).isEqualTo(ProblemType.INVALID_REPLACEMENT);
        assertThat(shop.message("limit").version()).isEqualTo(1);
    }

    @Test
    void keepsReplacementThatWasRetiredLater() {
        shop.createMessage("next");
        update(1, it -> replacedBy(it, "next"));
        shop.editMessages.update(SHOP, key("next"), 1, it -> it.withStage(Lifecycle.RETIRED), by("ann"));
        assertThat(update(2, it -> it.withTags(Tags.of(List.of("old")))).version()).isEqualTo(3);
    }

    private Message update(int version, UnaryOperator<Definition> change) {
        return shop.editMessages.update(SHOP, LIMIT, version, change, by("ann")).message();
    }

    private static Definition replacedBy(Definition it, String key) {
        return new Definition(it.position(), it.code(), it.reason(), it.httpStatus(), it.contract(), it.tags(),
                new LifecycleInfo(Lifecycle.DEPRECATED, new MessageKey(key), null), Advice.NONE, null);
    }
}
