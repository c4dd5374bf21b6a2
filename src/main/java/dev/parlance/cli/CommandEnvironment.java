package dev.parlance.cli;

import dev.parlance.checks.Checks;
import dev.parlance.formats.ImportFormat;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The environment of a command: the process, and the services that it may use.
 *
 * @param folder      the working directory
 * @param variables   environment variables
 * @param interactive whether standard output and standard error are a terminal
 * @param formats     created on first use, because most commands need none
 * @param database    the embedded database of the working directory
 */
public record CommandEnvironment(Path folder, Map<String, String> variables, InputStream in, PrintWriter out, PrintWriter err,
        boolean interactive, Supplier<List<ImportFormat>> formats, Supplier<Checks> checks, DatabaseFiles database) {

    /** Returns whether output is coloured, which is the case on a terminal unless {@code NO_COLOR} is set. */
    boolean coloured() {
        return interactive && variables.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
