package dev.parlance.formats.reading;

import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import java.util.Optional;

/** Parses the locales that files declare. */
public final class DeclaredLocale {
    private DeclaredLocale() {
    }

    /** Returns the locale of a tag such as {@code pt_BR}; empty if the tag is blank, or is malformed, which is reported. */
    public static Optional<LocaleTag> parse(String tag, int line, EntryCollector entries) {
        if (tag.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocaleTag.parse(tag.strip()));
        } catch (ProblemException e) {
            entries.report(Reason.INVALID_LOCALE, line, tag);
            return Optional.empty();
        }
    }
}
