package dev.parlance.catalog;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A filter for the messages of a draft, seen from one locale. Null components do not filter.
 *
 * @param textFilters conditions on the text in the locale, at least one of which must hold; empty does not filter
 * @param prefix     prefix of the key
 * @param searchTerm substring of key, reason, text or description, in the locale or the source locale; case, width and invisible characters
 *                   are ignored
 * @param lifecycle  stage of the message; null excludes only retired messages
 * @param author     actor who last changed the content of the text
 */
public record DraftQuery(LocaleTag locale, Set<TextFilter> textFilters, @Nullable String tag, @Nullable String prefix,
        @Nullable String code, @Nullable String searchTerm, @Nullable Lifecycle lifecycle, @Nullable String author) {
    public DraftQuery {
        textFilters = Collections.unmodifiableSet(new TreeSet<>(textFilters));
    }

    /** A query for texts of any author. */
    public DraftQuery(LocaleTag locale, Set<TextFilter> textFilters, @Nullable String tag, @Nullable String prefix,
            @Nullable String code, @Nullable String searchTerm, @Nullable Lifecycle lifecycle) {
        this(locale, textFilters, tag, prefix, code, searchTerm, lifecycle, null);
    }

    /**
     * Returns the query for user input, which may contain an invalid tag.
     *
     * @throws dev.parlance.problems.ProblemException {@code INVALID_NAME}, because an invalid tag would match unrelated messages
     */
    public static DraftQuery of(LocaleTag locale, Set<TextFilter> textFilters, @Nullable String tag, @Nullable String prefix,
            @Nullable String code, @Nullable String searchTerm, @Nullable Lifecycle lifecycle, @Nullable String author) {
        if (tag != null && !Tags.isValid(tag)) {
            throw ProblemType.INVALID_NAME.with(tag, Tags.RULE, Tags.EXAMPLE);
        }
        return new DraftQuery(locale, textFilters, tag, prefix, code, searchTerm, lifecycle, author);
    }

    /** Returns this query without conditions on the state of the text. */
    public DraftQuery inAnyState() {
        return new DraftQuery(locale, Set.of(), tag, prefix, code, searchTerm, lifecycle, author);
    }

    /** A condition on a text. */
    public enum TextFilter implements Labelled {
        /** The text does not exist yet. */
        UNTRANSLATED,
        DRAFT,
        TRANSLATED,
        APPROVED,
        /** The text was made from source content that has changed since. */
        STALE,
        /** A reviewer rejected the text, and it was not saved since. */
        REJECTED,
        /** The text has errors. */
        ERRORS,
        /** The text has unconfirmed warnings. */
        WARNINGS
    }

    /** The last message of the previous page. */
    public record DraftPosition(int position, MessageKey key) {
    }
}
