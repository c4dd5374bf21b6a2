package dev.parlance.cli;

import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import dev.parlance.cli.server.TextResolution;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains the lines of a log. */
@Command(name = "explain", description = "Mark codes and texts in a log, and say what they mean.", footer = {
        "",
        "Each line is printed. Below it, an indented line has the key, the code and the",
        "text of each message that the line contains. With --json, each line with a",
        "message is an object in a line of its own. Without a catalog, all catalogs that",
        "the key may read are searched.",
        "",
        "Examples:",
        "  Explain a log in Japanese:",
        "    parlance explain --catalog shop --locale ja < app.log",
        "  Follow a log, and print only what is known:",
        "    tail -f app.log | parlance explain --known",
        "",
        "Exit codes: 0 done, 2 wrong usage, 4 refused, 5 unreachable"})
final class ExplainCommand extends ServerCommand {
    private static final int MAX_BATCH_LINES = 200;
    /** A batch of lines that need six bytes for each character still fits into a request. */
    private static final int MAX_BATCH_LENGTH = 120_000;
    /** The rest of a longer line is printed, but not searched. */
    private static final int MAX_SEARCHED_LENGTH = 16_384;

    @Option(names = "--locale", paramLabel = "LOCALE",
            description = {"Language of the explanations (BCP 47).", "Default: the language of LANG."})
    private @Nullable String locale;

    @Option(names = "--known", description = "Print only lines with a known code or text.")
    private boolean known;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "A log in UTF-8. Default: standard input.")
    private @Nullable Path file;

    private long lineNumber;

    ExplainCommand(CommandEnvironment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        var resolution = new TextResolution(client(), findCatalog(), locale == null ? language().value() : parse(locale));
        try (var lines = open()) {
            var batch = new ArrayList<String>();
            int length = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                batch.add(line);
                length += Math.min(line.length(), MAX_SEARCHED_LENGTH);
                // Lines of a log that is being written are explained as they come.
                if (batch.size() == MAX_BATCH_LINES || length > MAX_BATCH_LENGTH - MAX_SEARCHED_LENGTH || !lines.ready()) {
                    explain(resolution, batch);
                    batch.clear();
                    length = 0;
                }
            }
            explain(resolution, batch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.OK.status();
    }

    private BufferedReader open() throws IOException {
        var input = file == null ? environment().in() : Files.newInputStream(environment().folder().resolve(file));
        return new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    private static String parse(String tag) {
        try {
            return LocaleTag.parse(tag).value();
        } catch (ProblemException e) {
            throw CommandFailure.usage("Not a language tag: " + tag + ". Example: pt-BR");
        }
    }

    private void explain(TextResolution resolution, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var matches = resolution.resolve(lines.stream().map(it -> it.substring(0, Math.min(it.length(), MAX_SEARCHED_LENGTH))).toList());
        for (int i = 0; i < lines.size(); i++) {
            lineNumber++;
            var explained = ExplainedLine.of(lines.get(i), i < matches.size() ? matches.get(i) : List.of());
            if (printsJson()) {
                if (!explained.matches().isEmpty()) {
                    print(explained.toJson(lineNumber).toString());
                }
            } else if (!known || !explained.matches().isEmpty()) {
                explained.toText(environment().coloured(), findCatalog().isEmpty()).forEach(this::print);
            }
        }
        environment().out().flush();
    }
}
