package dev.parlance.cli;

import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import dev.parlance.cli.project.FilePattern;
import dev.parlance.cli.project.LocalFile;
import dev.parlance.cli.project.LocalFiles;
import dev.parlance.cli.project.ProjectConfiguration;
import dev.parlance.cli.project.TextReader;
import dev.parlance.cli.server.CatalogExports;
import dev.parlance.cli.server.CatalogImports;
import dev.parlance.cli.server.CatalogImports.ImportOptions;
import dev.parlance.cli.server.CatalogInfo;
import dev.parlance.cli.server.ImportResult;
import dev.parlance.cli.server.ProjectExport;
import dev.parlance.cli.server.ProjectExport.ServerFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files into the draft of a catalog. */
@Command(name = "import", description = "Import files into the draft of a catalog, all of them or nothing.", footer = {
        "",
        "Approved texts are replaced only with --overwrite, and nothing is deleted",
        "without --delete.",
        "",
        "Examples:",
        "  Bring a folder of Spring's messages into a new catalog:",
        "    parlance import --catalog shop --create \\",
        "      src/main/resources/messages*.properties",
        "  See what the files of parlance.yaml would change:",
        "    parlance import --dry-run",
        "",
        "Exit codes: 0 imported, 2 wrong usage, 3 conflicts with approved texts,",
        "4 refused, 5 unreachable"})
final class ImportCommand extends ServerCommand {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files to import. Default: the files of parlance.yaml.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--dry-run", description = "Print the plan and store nothing.")
    private boolean dryRun;

    @Option(names = "--create", description = "Create the catalog if it does not exist, and the locales that it lacks.")
    private boolean create;

    @Option(names = "--format", paramLabel = "NAME", description = "Format of the files. Default: as configured, or recognised.")
    private @Nullable String format;

    @Option(names = "--dialect", paramLabel = "NAME", description = "Notation of placeholders. Default: as configured, or recognised.")
    private @Nullable String dialect;

    @Option(names = "--locale", paramLabel = "TAG", description = "Locale of texts whose file and path name none.")
    private @Nullable String locale;

    @Option(names = "--add-locales", description = "Add locales that the catalog lacks.")
    private boolean addLocales;

    @Option(names = "--overwrite", description = "Replace approved texts, too. They need a new approval.")
    private boolean overwrite;

    @Option(names = "--delete", description = "Delete texts and retire messages that the files lack.")
    private boolean delete;

    @Option(names = "--skip-refused", description = "Leave out refused texts instead of importing nothing.")
    private boolean skipRefused;

    ImportCommand(CommandEnvironment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        var localFiles = new LocalFiles(configuration());
        var found = (files.isEmpty() ? localFiles.findConfigured() : localFiles.named(environment().folder(), files)).stream()
                .map(this::withOptions).toList();
        var info = new CatalogInfo(client(), catalog());
        boolean created = create && !info.exists();
        if (created && dryRun) {
            throw CommandFailure.usage("The catalog " + catalog() + " does not exist, so there is nothing to compare with."
                    + " Without --dry-run, it would be created.");
        } else if (created) {
            info.create(configuration().sourceLocale());
        }
        var options = new ImportOptions(dryRun, Optional.ofNullable(locale).map(it -> ProjectConfiguration.parseLocale(it).value()),
                addLocales || create, overwrite, delete, skipRefused);
        var progress = new ProgressBar(environment().err(), environment().interactive());
        var result = new CatalogImports(client(), catalog(), (done, total) -> progress.show("Importing", done, total))
                .importFiles(found, options);
        progress.clear();
        result.notes().forEach(this::report);
        printResult(result.toJson(), () -> print(result, created));
        if (files.isEmpty() && !dryRun && statusOf(result) == ExitCode.OK) {
            recordSyncBase(localFiles, info);
        }
        return statusOf(result).status();
    }

    private void recordSyncBase(LocalFiles localFiles, CatalogInfo info) {
        var source = configuration().sourceLocale();
        var reader = new TextReader(environment().formats().get(), source);
        var exports = new ProjectExport(new CatalogExports(client(), catalog(), false), localFiles, reader);
        recordSyncBase(localFiles, reader, () -> exports.fetch(info.locales(source)).stream().map(ServerFile::file).toList());
    }

    private LocalFile withOptions(LocalFile it) {
        var chosen = new FilePattern(it.pattern().path(), Optional.ofNullable(format).or(() -> it.pattern().format()),
                Optional.ofNullable(dialect).map(ProjectConfiguration::parseDialect).or(() -> it.pattern().dialect()));
        return new LocalFile(it.source(), chosen, it.locale());
    }

    private void print(ImportResult result, boolean created) {
        var printer = new ImportPlanPrinter(environment().out(), environment().coloured());
        if (created) {
            print("Created the catalog " + catalog() + " with the source locale " + configuration().sourceLocale() + ".");
        }
        printer.printCounts(result);
        boolean failed = statusOf(result) != ExitCode.OK;
        printer.printEntries(dryRun ? result.entries() : result.entries().stream()
                .filter(it -> it.kind().equals(ImportResult.REFUSED) || it.kind().equals(ImportResult.CONFLICTING)).toList());
        if (dryRun && !failed) {
            print("Nothing is stored. Run the command without --dry-run to import.");
        } else if (failed) {
            print((dryRun ? "Nothing would be imported" : "Nothing is imported") + ". Correct the files"
                    + (result.count(ImportResult.REFUSED) > 0 ? ", or use --skip-refused."
                            : ", or use --overwrite to replace approved texts."));
        }
    }

    private ExitCode statusOf(ImportResult result) {
        return result.count(ImportResult.REFUSED) > 0 && !skipRefused ? ExitCode.REFUSED
                : result.count(ImportResult.CONFLICTING) > 0 ? ExitCode.CONFLICT : ExitCode.OK;
    }
}
