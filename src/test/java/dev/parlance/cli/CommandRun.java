package dev.parlance.cli;

import dev.parlance.checks.ArgumentMismatches;
import dev.parlance.checks.ChangedEndPunctuation;
import dev.parlance.checks.Checks;
import dev.parlance.checks.InvalidPattern;
import dev.parlance.checks.MismatchedPluralForms;
import dev.parlance.formats.json.JsonImport;
import dev.parlance.formats.properties.PropertiesImport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs commands in the process of the test. */
record CommandRun(Path folder, Map<String, String> variables, String input, boolean interactive) {

    /** The outcome of a command, with normalised line feeds. */
    record Result(int status, String out, String err) {
    }

    CommandRun(Path folder) {
        this(folder, Map.of(), "", false);
    }

    CommandRun with(String variable, String value) {
        var changed = new HashMap<>(variables);
        changed.put(variable, value);
        return new CommandRun(folder, changed, input, interactive);
    }

    CommandRun withInput(String text) {
        return new CommandRun(folder, variables, text, interactive);
    }

    CommandRun onTerminal() {
        return new CommandRun(folder, variables, input, true);
    }

    Result run(String... arguments) {
        return run(new NoDatabase(), arguments);
    }

    Result run(DatabaseFiles database, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var environment = new CommandEnvironment(folder, variables, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out), new PrintWriter(err), interactive,
                () -> List.of(new PropertiesImport(), new JsonImport()), CommandRun::checks, database);
        int status = CommandLineTool.run(environment, arguments);
        return new Result(status, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
    }

    private static Checks checks() {
        return new Checks(List.of(new InvalidPattern(), new ArgumentMismatches(), new MismatchedPluralForms(),
                new ChangedEndPunctuation()));
    }

    /** A folder without a database. */
    record NoDatabase() implements DatabaseFiles {

        @Override
        public Path folder() {
            return Path.of(".parlance");
        }

        @Override
        public Optional<String> unavailable() {
            return Optional.empty();
        }

        @Override
        public void backUp(Path file) throws IOException {
            throw new IOException("there is no embedded database in .parlance");
        }

        @Override
        public void restore(Path file, boolean replace) throws IOException {
            throw new IOException("there is no file " + file);
        }
    }
}
