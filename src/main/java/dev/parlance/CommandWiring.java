package dev.parlance;

import dev.parlance.cli.CommandEnvironment;
import dev.parlance.cli.DatabaseFiles;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a command gets from the process. */
final class CommandWiring {
    private CommandWiring() {
    }

    static CommandEnvironment environment(DatabaseFiles database) {
        return new CommandEnvironment(Path.of("").toAbsolutePath(), System.getenv(), utf8(FileDescriptor.out), utf8(FileDescriptor.err),
                isTerminal(), FileFormats::importFormats, () -> new CheckWiring().checks(), database);
    }

    /** Texts are in all languages, and the charset of the platform may be ASCII in a build. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    /** From Java 22 on there is a console even without a terminal, which only a new method tells. */
    private static boolean isTerminal() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }
}
