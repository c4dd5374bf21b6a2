package dev.parlance.formats;

import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Optional;

/**
 * The messages of a file.
 *
 * @param locale       the default locale of the texts, if the content of the file declares one
 * @param sourceLocale the language that the file is translated from, if the file declares it
 * @param entries      in the order of the file
 * @param issues       parts of the file that cannot be imported, in the order of the file
 */
public record FileContent(Optional<LocaleTag> locale, Optional<LocaleTag> sourceLocale, List<FileEntry> entries, List<FileIssue> issues) {
    public FileContent {
        entries = List.copyOf(entries);
        issues = List.copyOf(issues);
    }
}
