package dev.parlance.catalog;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Which messages of a draft are asked for, seen from one locale; what is null does not matter.
 *
 * @param todo      what the text in the locale is like
 * @param prefix    with which keys begin
 * @param q         somewhere in key, reason, text or description in the locale or the source, whatever the case of the letters
 * @param lifecycle without it, all but the retired
 */
public record DraftQuery(LocaleTag locale, @Nullable TextFilter textFilter, @Nullable String tag, @Nullable String prefix, @Nullable String code,
                         @Nullable String searchTerm, @Nullable Lifecycle lifecycle) {

    /** As people ask; a tag that is none would find what nobody meant. */
    public static DraftQuery of(LocaleTag locale, @Nullable TextFilter textFilter, @Nullable String tag, @Nullable String prefix, @Nullable String code,
                                @Nullable String searchTerm, @Nullable Lifecycle lifecycle) {
        if (tag != null && !Tags.isValid(tag)) {
            throw ProblemType.INVALID_NAME.with(tag);
        }
        return new DraftQuery(locale, textFilter, tag, prefix, code, searchTerm, lifecycle);
    }

    /** What a text is like. */
    public enum TextFilter implements Labelled {
        /** There is none yet. */
        UNTRANSLATED,
        DRAFT,
        TRANSLATED,
        APPROVED,
        /** Made from a wording of the source that is no longer the present one. */
        STALE,
        /** With errors. */
        ERRORS,
        /** With warnings that nobody confirmed. */
        WARNINGS
    }

    /** Where a page begins: after this message. */
    public record DraftPosition(int position, MessageKey key) {
    }
}
