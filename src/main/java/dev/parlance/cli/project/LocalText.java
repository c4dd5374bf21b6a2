package dev.parlance.cli.project;

import dev.parlance.formats.FileDetails;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.locales.LocaleTag;

/**
 * A text in a file of the project.
 *
 * @param key         as written in the file
 * @param description literal; empty if the file has none
 * @param line        of the entry, from 1; 0 if the format has no lines
 */
public record LocalText(String key, LocaleTag locale, RawText text, String description, MessageDialect dialect, FileDetails details,
        LocalFile file, int line) {
}
