package dev.parlance.cli.check;

import dev.parlance.checks.Severity;
import java.io.PrintWriter;

/** Writes one line per finding, in the form that editors and terminals make clickable, and a summary. */
record TextReport(boolean coloured) implements FindingReport {

    @Override
    public void write(PrintWriter out, CheckResult result) {
        for (var it : result.findings()) {
            var locale = it.locale().map(tag -> " (" + it.key() + ", " + tag + ")").orElse("");
            out.println(it.file() + ":" + it.line() + ":" + it.column() + " " + colour(it.severity(), it.severityLabel()) + " " + it.check()
                    + ": " + oneLine(it.explanation()) + locale);
        }
        out.println(number(result.texts(), "text") + " in " + number(result.files(), "file") + ": "
                + number(result.count(Severity.ERROR), "error") + ", " + number(result.count(Severity.WARNING), "warning") + ", "
                + number(result.count(Severity.INFORMATION), "note"));
    }

    private static String number(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private String colour(Severity severity, String label) {
        if (!coloured) {
            return label;
        }
        return switch (severity) {
            case ERROR -> "\u001B[31m";
            case WARNING -> "\u001B[33m";
            case INFORMATION -> "\u001B[36m";
        } + label + "\u001B[0m";
    }
}
