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
public record DraftQuery(LocaleTag locale, @Nullable Todo todo, @Nullable String tag, @Nullable String prefix, @Nullable String code,
                         @Nullable String q, @Nullable Lifecycle lifecycle) {

    /** As people ask; a tag that is none would find what nobody meant. */
    public static DraftQuery of(LocaleTag locale, @Nullable Todo todo, @Nullable String tag, @Nullable String prefix, @Nullable String code,
                                @Nullable String q, @Nullable Lifecycle lifecycle) {
        if (tag != null && !Tags.isTag(tag)) {
            throw ProblemType.INVALID_NAME.with(tag);
        }
        return new DraftQuery(locale, todo, tag, prefix, code, q, lifecycle);
    }

    /** What a text is like. */
    public enum Todo implements Labelled {
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
    public record Place(int position, MessageKey key) {
    }
}
