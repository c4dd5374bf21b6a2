package dev.parlance.exchange.imports;

import dev.parlance.formats.FileIssue;
import dev.parlance.formats.table.TableMapping;
import java.util.List;
import java.util.Optional;

/**
 * The format, dialect, locale and mapping with which a file was read.
 *
 * @param format     the name of the format; empty if none was recognised and the file of an archive was skipped
 * @param dialect    the label of the dialect of its texts
 * @param locale     the default locale of its texts
 * @param mapping    of a table
 * @param issues     the first issues, which are parts that were not imported
 * @param issueCount the number of all issues
 */
public record ImportedFile(String path, Optional<String> format, double formatConfidence, Optional<String> dialect,
        double dialectConfidence, Optional<String> locale, Optional<TableMapping> mapping, int entries, List<FileIssue> issues,
        int issueCount) {
    /** The number of issues that are listed. */
    static final int MAX_ISSUES = 100;

    public ImportedFile {
        issues = List.copyOf(issues.subList(0, Math.min(issues.size(), MAX_ISSUES)));
    }

    static ImportedFile skipped(String path) {
        return new ImportedFile(path, Optional.empty(), 0, Optional.empty(), 0, Optional.empty(), Optional.empty(), 0, List.of(), 0);
    }
}
