package dev.parlance.cli;

import dev.parlance.cli.outcome.ExitCode;
import dev.parlance.cli.project.LocalFiles;
import dev.parlance.cli.project.LocalText;
import dev.parlance.cli.project.TextDisplay;
import dev.parlance.cli.project.TextReader;
import dev.parlance.cli.server.CatalogExports;
import dev.parlance.cli.server.CatalogImports;
import dev.parlance.cli.server.CatalogImports.ImportOptions;
import dev.parlance.cli.server.CatalogInfo;
import dev.parlance.cli.server.ImportResult;
import dev.parlance.cli.server.ImportResult.Entry;
import dev.parlance.cli.server.ProjectExport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares the files of a project with the draft. */
@Command(name = "diff", description = "Compare the files with the draft on the server. Nothing is stored.", footer = {
        "",
        "+ is only in the files, ~ differs, ! could not be imported; - is the text of",
        "the draft.",
        "",
        "Examples:",
        "  See what an import would change:",
        "    parlance diff",
        "  Fail a build whose files were not imported yet, and keep the differences:",
        "    parlance diff --json > differences.json",
        "",
        "Exit codes: 0 equal, 1 different, 2 wrong usage, 4 refused, 5 unreachable"})
final class DiffCommand extends ServerCommand {
    @Option(names = "--delete", description = "Show texts that only the draft has, too.")
    private boolean delete;

    DiffCommand(CommandEnvironment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        var localFiles = new LocalFiles(configuration());
        var files = localFiles.findConfigured();
        var options = ImportOptions.DRY_RUN;
        var result = new CatalogImports(client(), catalog(), (done, total) -> { }).importFiles(files, new ImportOptions(true,
                options.locale(), options.addLocales(), options.overwrite(), delete, options.skipRefused()));
        printResult(result.toJson(), () -> print(result, localFiles));
        return (result.hasDifferences() ? ExitCode.FINDINGS : ExitCode.OK).status();
    }

    private void print(ImportResult result, LocalFiles localFiles) {
        var printer = new ImportPlanPrinter(environment().out(), environment().coloured());
        var reader = new TextReader(environment().formats().get(), configuration().sourceLocale());
        var local = index(reader.read(localFiles.findConfigured()).texts());
        var server = result.entries().stream().anyMatch(it -> it.reason().equals("text")) ? serverTexts(localFiles, reader)
                : Map.<List<String>, String>of();
        for (var it : result.entries()) {
            printer.printDiff(List.of(it));
            printText("  - ", server, it);
            printText("  + ", local, it);
        }
        printer.printCounts(result);
    }

    private Map<List<String>, String> serverTexts(LocalFiles localFiles, TextReader reader) {
        var exports = new ProjectExport(new CatalogExports(client(), catalog(), false), localFiles, reader);
        var exported = exports.fetch(new CatalogInfo(client(), catalog()).locales(configuration().sourceLocale())).stream()
                .map(ProjectExport.ServerFile::file).toList();
        return index(reader.read(exported).texts());
    }

    private static Map<List<String>, String> index(List<LocalText> texts) {
        var index = new HashMap<List<String>, String>();
        texts.forEach(it -> index.put(List.of(it.key(), it.locale().value()), TextDisplay.of(it.text())));
        return index;
    }

    private void printText(String sign, Map<List<String>, String> texts, Entry entry) {
        var text = texts.get(List.of(entry.key(), entry.locale()));
        if (text != null && (entry.reason().equals("text") || entry.reason().startsWith("new-"))) {
            print(sign + text);
        }
    }
}
