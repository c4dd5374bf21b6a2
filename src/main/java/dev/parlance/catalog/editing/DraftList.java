package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.history.ChangeCause;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.syntax.Syntax;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The repository of the list of draft messages that an editor shows. Reads columns only and loads no entities. */
public interface DraftList {
    /** The number of characters of a text in a row. */
    int EXCERPT_LENGTH = 200;

    /** The order of a list. Messages that are equal in it are in the order of the catalog. */
    enum SortOrder implements Labelled {
        /** The order of the catalog. */
        POSITION,
        KEY,
        /** The latest change of the text first, untranslated messages last. */
        CHANGED
    }

    /** A window of a list: at most {@code limit} rows from an offset. */
    record ListWindow(SortOrder order, int offset, int limit) {
    }

    /**
     * A message with its text in one locale.
     *
     * @param source the first characters of the source text; null if there is none, and in the source locale
     * @param text   null if the message is untranslated
     */
    record ListRow(MessageKey key, String code, Lifecycle lifecycle, @Nullable String source, @Nullable ListText text) {
    }

    /**
     * The text of a row.
     *
     * @param message   the first characters of the text
     * @param errors    null until the checks have run, like {@code warnings}
     * @param changedBy null for a text without history, like {@code changedAt}
     */
    record ListText(String message, Syntax syntax, TextState state, boolean stale, boolean rejected, @Nullable Integer errors,
            @Nullable Integer warnings, int version, @Nullable String changedBy, @Nullable Instant changedAt) {
    }

    /**
     * The numbers of messages that a query finds.
     *
     * @param matching all conditions of the query hold
     * @param all      all conditions but those on the state of the text hold; the following numbers are parts of this one
     * @param findings texts with errors or unconfirmed warnings
     */
    record ListCounts(int matching, int all, int untranslated, int drafts, int translated, int approved, int stale, int rejected,
            int withErrors, int withWarnings, int findings) {
    }

    /**
     * The place of a message in a list.
     *
     * @param listed whether the list contains the message
     * @param offset number of messages before it, or before the place that it would have
     * @param total  number of messages in the list
     */
    record ListPosition(boolean listed, int offset, int total) {
    }

    /** A window of a list, and the length of the whole list. */
    record ListPart(int total, List<ListRow> rows) {
    }

    /** The last change of a text of a locale. */
    record LastChange(Instant changedAt, String changedBy, ChangeCause cause) {
    }

    ListPart findRows(Catalog catalog, DraftQuery query, ListWindow window);

    ListCounts count(Catalog catalog, DraftQuery query);

    /** Returns the place of a message; empty if the catalog has no such message. */
    Optional<ListPosition> findPosition(Catalog catalog, DraftQuery query, SortOrder order, MessageKey key);

    /** Returns the last change of a text of each locale that has one. */
    Map<LocaleTag, LastChange> findLastChanges(Catalog catalog);

    /** Returns the numbers of rejected texts of messages that are neither draft nor retired; locales without any are absent. */
    Map<LocaleTag, Integer> countRejected(Catalog catalog);

    /** Returns the numbers of changes by day in UTC; days without changes are absent. */
    SortedMap<LocalDate, Integer> countChanges(CatalogName catalog, LocalDate firstDay);
}
