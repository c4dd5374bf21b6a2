package dev.parlance.cli.check;

import dev.parlance.checks.Severity;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A format for reporting findings. */
public interface FindingReport {

    /**
     * Writes a report.
     *
     * @param findings sorted
     */
    void write(PrintWriter out, CheckResult result);

    /** The findings of a run. */
    record CheckResult(List<LocatedFinding> findings, int files, int texts) {
        public CheckResult {
            findings = List.copyOf(findings);
        }

        /** Returns the number of findings of a severity. */
        public long count(Severity severity) {
            return findings.stream().filter(it -> it.severity() == severity).count();
        }
    }

    /** The formats of {@code parlance check --format}. */
    enum Format {
        TEXT, JSON, SARIF, GITHUB;

        /** Returns the format with a name in lower case. */
        public static Optional<Format> of(String name) {
            return Arrays.stream(values()).filter(it -> it.name().equalsIgnoreCase(name)).findFirst();
        }

        /** @param coloured whether the text report uses colours */
        public FindingReport report(boolean coloured) {
            return switch (this) {
                case TEXT -> new TextReport(coloured);
                case JSON -> new JsonReport();
                case SARIF -> new SarifReport();
                case GITHUB -> new GitHubReport();
            };
        }
    }
}
