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

/** Creates the environment of commands from the process. */
final class CommandWiring {
    private CommandWiring() {
    }

    static CommandEnvironment environment(DatabaseFiles database) {
        return new CommandEnvironment(Path.of("").toAbsolutePath(), System.getenv(), System.in, utf8(FileDescriptor.out),
                utf8(FileDescriptor.err), isTerminal(), FileFormats::importFormats, () -> new CheckWiring().checks(), database);
    }

    /** Output is always UTF-8: texts are in all languages, and the default charset of a build may be ASCII. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    /** Since Java 22, the console exists even without a terminal, and only {@code Console.isTerminal} tells the difference. */
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
