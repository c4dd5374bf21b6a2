package dev.parlance.cli.project;

import dev.parlance.formats.SourceFile;
import dev.parlance.locales.LocaleTag;
import java.util.Optional;

/**
 * A file in the project.
 *
 * @param locale empty if the path does not specify it
 */
public record LocalFile(SourceFile source, FilePattern pattern, Optional<LocaleTag> locale) {
    public String path() {
        return source.path();
    }
}
