package dev.parlance.cli.check;

import java.io.PrintWriter;

/** Writes annotations of a pull request, as workflow commands of GitHub Actions. */
record GitHubReport() implements FindingReport {

    @Override
    public void write(PrintWriter out, CheckResult result) {
        for (var it : result.findings()) {
            var command = switch (it.severity()) {
                case ERROR -> "error";
                case WARNING -> "warning";
                case INFORMATION -> "notice";
            };
            out.println("::" + command + " file=" + property(it.file()) + ",line=" + it.line() + ",col=" + it.column() + ",title="
                    + property(it.check() + ": " + it.title()) + "::" + data(it.explanation() + it.locale()
                            .map(locale -> " (" + it.key() + ", " + locale + ")").orElse("")));
        }
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
