package dev.parlance.cli;

import dev.parlance.checks.Severity;
import dev.parlance.cli.check.CheckLocalTexts;
import dev.parlance.cli.check.FindingReport;
import dev.parlance.cli.check.FindingReport.CheckResult;
import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import dev.parlance.cli.project.LocalFiles;
import dev.parlance.cli.project.TextReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks translations against their sources, without a server. */
@Command(name = "check", description = "Check translations against their source texts, without a server.", footer = {
        "",
        "Translations are compared with the source texts among the same files.",
        "",
        "Examples:",
        "  Check the files of parlance.yaml, as a hook before each commit does:",
        "    parlance check",
        "  Annotate a pull request on GitHub, and fail on warnings, too:",
        "    parlance check --format github --fail-on warning",
        "",
        "Exit codes: 0 no errors, 1 errors, 2 wrong usage or an unreadable file"})
final class CheckCommand extends ProjectCommand {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files to check. Default: the files of parlance.yaml.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text, json, sarif or github. Default: text.")
    private String format = "text";

    @Option(names = "--fail-on", paramLabel = "SEVERITY", defaultValue = "error",
            description = "The mildest severity that fails: error, warning or information. Default: error.")
    private String failOn = "error";

    CheckCommand(CommandEnvironment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        var threshold = Arrays.stream(Severity.values()).filter(it -> it.name().equalsIgnoreCase(failOn)).findFirst()
                .orElseThrow(() -> CommandFailure.usage("Unknown severity " + failOn + ". Use error, warning or information."));
        var report = printsJson() ? FindingReport.Format.JSON : FindingReport.Format.of(format)
                .orElseThrow(() -> CommandFailure.usage("Unknown format " + format + ". Use text, json, sarif or github."));
        var localFiles = new LocalFiles(configuration());
        var found = files.isEmpty() ? localFiles.findConfigured() : localFiles.named(environment().folder(), files);
        var content = new TextReader(environment().formats().get(), configuration().sourceLocale()).read(found);
        var findings = CheckLocalTexts.run(environment().checks().get(), configuration().sourceLocale(), language(), content);
        report.report(environment().coloured()).write(environment().out(), new CheckResult(findings, found.size(), content.texts().size()));
        // Severities are ordered from most to least severe.
        boolean failed = findings.stream().anyMatch(it -> it.severity().compareTo(threshold) <= 0);
        return (failed ? ExitCode.FINDINGS : ExitCode.OK).status();
    }
}
