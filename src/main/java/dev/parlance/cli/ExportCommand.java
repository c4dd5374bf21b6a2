package dev.parlance.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import dev.parlance.cli.project.FileWriter;
import dev.parlance.cli.project.LocalFiles;
import dev.parlance.cli.project.TextReader;
import dev.parlance.cli.server.CatalogExports;
import dev.parlance.cli.server.CatalogInfo;
import dev.parlance.cli.server.LossReport.Loss;
import dev.parlance.cli.server.LossReport;
import dev.parlance.cli.server.ProjectExport;
import dev.parlance.cli.server.ProjectExport.ServerFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the texts of a draft to files. */
@Command(name = "export", description = "Write the texts of the draft to files. Unchanged files are not touched.", footer = {
        "",
        "Examples:",
        "  Update the files of parlance.yaml:",
        "    parlance export",
        "  Write all locales in another format to a folder, and fail if the format",
        "  cannot hold a text:",
        "    parlance export --format android --output app/src/main/res --lossy refuse",
        "",
        "Exit codes: 0 written, 2 wrong usage, 4 refused, 5 unreachable"})
final class ExportCommand extends ServerCommand {
    @Option(names = "--output", paramLabel = "FOLDER", description = "Write all locales to this folder, in the layout of --format.")
    private @Nullable Path output;

    @Option(names = "--format", paramLabel = "NAME", description = "The format for --output. Other files have the configured one.")
    private @Nullable String format;

    @Option(names = "--lossy", paramLabel = "MODE", defaultValue = "report",
            description = "What to do if a format cannot represent a text: report or refuse. Default: report.")
    private String lossy = "report";

    ExportCommand(CommandEnvironment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        if (!lossy.equals("report") && !lossy.equals("refuse")) {
            throw CommandFailure.usage("Unknown value " + lossy + " of --lossy. Use report or refuse.");
        } else if ((output == null) != (format == null)) {
            throw CommandFailure.usage("--output and --format can only be used together.");
        }
        var exports = new CatalogExports(client(), catalog(), lossy.equals("refuse"));
        var losses = new Losses();
        var localFiles = new LocalFiles(configuration());
        var reader = new TextReader(environment().formats().get(), configuration().sourceLocale());
        var configured = output != null ? List.<ServerFile>of() : new ProjectExport(exports, localFiles, reader)
                .fetch(new CatalogInfo(client(), catalog()).locales(configuration().sourceLocale()));
        var content = output != null ? folder(exports, Objects.requireNonNull(format), losses) : contentOf(configured, losses);
        var folder = output != null ? environment().folder().resolve(output).normalize() : configuration().folder();
        var writer = new FileWriter(folder.toAbsolutePath());
        var written = new ArrayList<String>();
        content.forEach((path, bytes) -> {
            if (writer.write(path, bytes)) {
                written.add(path);
            }
        });
        report(written, content.size(), losses);
        if (output == null) {
            recordSyncBase(localFiles, reader, () -> configured.stream().map(ServerFile::file).toList());
        }
        return ExitCode.OK.status();
    }

    /**
     * The texts that are not represented exactly.
     *
     * @param keys    the keys by path, or by the folder of {@code --output}
     * @param reasons why, as far as the server explains it
     */
    private record Losses(SortedMap<String, String> keys, List<Loss> reasons) {
        Losses() {
            this(new TreeMap<>(), new ArrayList<>());
        }
    }

    private Map<String, byte[]> folder(CatalogExports exports, String name, Losses losses) {
        var exported = exports.all(name);
        if (!exported.lossy().isEmpty()) {
            losses.keys().put(String.valueOf(output), exported.lossy());
            new CatalogInfo(client(), catalog()).locales(configuration().sourceLocale())
                    .forEach(it -> losses.reasons().addAll(new LossReport(client(), catalog()).find(name, it)));
        }
        return exported.files();
    }

    private Map<String, byte[]> contentOf(List<ServerFile> configured, Losses losses) {
        var files = new TreeMap<String, byte[]>();
        for (var it : configured) {
            files.put(it.file().path(), it.file().source().bytes());
            if (!it.lossy().isEmpty()) {
                losses.keys().put(it.file().path(), it.lossy());
                losses.reasons().addAll(new LossReport(client(), catalog()).find(it.file().pattern().format().orElseThrow(),
                        it.file().locale().orElse(configuration().sourceLocale())));
            }
        }
        return files;
    }

    private void report(List<String> written, int all, Losses losses) {
        var json = JsonNodeFactory.instance.objectNode();
        written.forEach(json.putArray("written")::add);
        json.put("unchanged", all - written.size());
        var lossyKeys = json.putObject("lossy");
        losses.keys().forEach(lossyKeys::put);
        var reasons = json.putArray("losses");
        losses.reasons().forEach(it -> {
            var loss = reasons.addObject().put("locale", it.locale().value()).put("key", it.key()).put("reason", it.reason());
            if (!it.argument().isEmpty()) {
                loss.put("argument", it.argument());
            }
        });
        printResult(json, () -> {
            written.forEach(it -> print("Wrote " + it));
            print(written.size() + (written.size() == 1 ? " file" : " files") + " written, " + (all - written.size()) + " unchanged");
        });
        if (!printsJson()) {
            losses.keys().forEach((path, keys) -> report(path + " does not represent these texts exactly: " + keys));
            losses.reasons().forEach(it -> report("  " + it));
        }
    }
}
