package dev.parlance.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.cli.generate.LocalMessages;
import dev.parlance.cli.generate.ReleasedMessages;
import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import dev.parlance.cli.project.FileWriter;
import dev.parlance.cli.project.LocalFiles;
import dev.parlance.cli.project.TextReader;
import dev.parlance.codegen.CodeGenerator;
import dev.parlance.codegen.GeneratedNames;
import dev.parlance.codegen.MessageSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Generates source code with the keys, codes, reasons and argument types of a catalog. */
@Command(name = "generate", description = "Generate constants and typed functions for the messages of a catalog.", footer = {
        "",
        "Messages come from files and need no server. With --channel, they come from the",
        "release of the service.",
        "",
        "Examples:",
        "  Write a module for the files of parlance.yaml:",
        "    parlance generate typescript --output src/messages.ts",
        "  Fail in a build if the module is not up to date:",
        "    parlance generate typescript --output src/messages.ts --check",
        "",
        "Exit codes: 0 done, 1 not up to date, 2 wrong usage, 4 refused, 5 unreachable"})
final class GenerateCommand extends ServerCommand {
    private static final int MAX_FOLDER_FILES = 10_000;

    @Parameters(index = "0", paramLabel = "LANGUAGE", description = "typescript, java, kotlin, swift or openapi.")
    private String language = "";

    @Parameters(index = "1..*", paramLabel = "FILE", arity = "0..*",
            description = {"Files or folders with the messages.", "Default: the files of parlance.yaml."})
    private List<Path> files = new ArrayList<>();

    @Option(names = "--output", paramLabel = "FILE", description = "The file to write. Default: standard output.")
    private @Nullable Path output;

    @Option(names = "--check", description = "Write nothing, and fail if the file is not up to date.")
    private boolean check;

    @Option(names = "--channel", paramLabel = "NAME", description = "Read the release of this channel from the service.")
    private @Nullable String channel;

    @Option(names = "--name", paramLabel = "NAME",
            description = {"Name of the generated type, or prefix of the schemas.", "Default: the name of a Java or Kotlin file, or the",
                "catalog, such as ShopMessages."})
    private @Nullable String name;

    @Option(names = "--package", paramLabel = "NAME", description = "Package of the type, for Java and Kotlin.")
    private @Nullable String packageName;

    @Spec
    private @Nullable CommandSpec spec;

    GenerateCommand(CommandEnvironment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        var generator = CodeGenerator.ALL.stream().filter(it -> it.label().equals(language)).findFirst()
                .orElseThrow(() -> CommandFailure.usage("Unknown language " + language + ". Languages: "
                        + CodeGenerator.ALL.stream().map(CodeGenerator::label).collect(Collectors.joining(", ")) + "."));
        if (check && output == null) {
            throw CommandFailure.usage("--check needs --output FILE.");
        } else if (channel != null && !files.isEmpty()) {
            throw CommandFailure.usage("--channel and files cannot be used together.");
        } else if (packageName != null && !generator.hasPackages()) {
            throw CommandFailure.usage("--package is for java and kotlin only.");
        }
        var names = names(generator);
        var messages = read();
        return finish(generator.generate(messages, names).getBytes(StandardCharsets.UTF_8), messages.messages().size());
    }

    private GeneratedNames names(CodeGenerator generator) {
        var named = Optional.ofNullable(name).or(() -> Optional.ofNullable(output).filter(it -> generator.hasPackages())
                .map(it -> it.getFileName().toString().replaceFirst("\\..*", "")));
        try {
            return named.map(it -> GeneratedNames.of(it, Optional.ofNullable(packageName)))
                    .orElseGet(() -> GeneratedNames.ofCatalog(title(), Optional.ofNullable(packageName)));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage() + ". Use --name NAME and --package NAME with names that the language allows.");
        }
    }

    /** Returns the name of the catalog; without one, that of the named folder. */
    private String title() {
        return findCatalog().orElseGet(() -> files.size() == 1 && Files.isDirectory(resolve(files.get(0)))
                ? resolve(files.get(0)).getFileName().toString() : "messages");
    }

    private MessageSet read() {
        if (channel != null) {
            return new MessageSet(catalog(), new ReleasedMessages(client(), catalog(), channel).read());
        }
        var localFiles = new LocalFiles(configuration());
        var found = files.isEmpty() ? localFiles.findConfigured()
                : localFiles.named(environment().folder(), files.stream().flatMap(this::expand).toList());
        var reader = new TextReader(environment().formats().get(), configuration().sourceLocale());
        return new MessageSet(title(), List.copyOf(LocalMessages.read(reader, configuration().sourceLocale(), found)));
    }

    private Path resolve(Path file) {
        return environment().folder().resolve(file).toAbsolutePath().normalize();
    }

    private Stream<Path> expand(Path file) {
        if (!Files.isDirectory(resolve(file))) {
            return Stream.of(file);
        }
        try (var children = Files.list(resolve(file))) {
            return children.filter(Files::isRegularFile).limit(MAX_FOLDER_FILES).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int finish(byte[] code, int messages) {
        if (output == null) {
            environment().out().print(new String(code, StandardCharsets.UTF_8));
            return ExitCode.OK.status();
        }
        var file = resolve(output);
        if (check) {
            boolean current = isCurrent(file, code);
            printResult(JsonNodeFactory.instance.objectNode().put("file", output.toString()).put("current", current),
                    () -> print(current ? output + " is up to date." : output + " is not up to date. Update it: " + commandWithoutCheck()));
            return (current ? ExitCode.OK : ExitCode.FINDINGS).status();
        }
        boolean written = new FileWriter(file.getParent()).write(file.getFileName().toString(), code);
        printResult(JsonNodeFactory.instance.objectNode().put("file", output.toString()).put("written", written).put("messages", messages),
                () -> print((written ? "Wrote " : "Unchanged: ") + output + ", " + messages + (messages == 1 ? " message" : " messages")));
        return ExitCode.OK.status();
    }

    private String commandWithoutCheck() {
        return "parlance " + Objects.requireNonNull(spec).commandLine().getParseResult().originalArgs().stream()
                .filter(it -> !it.equals("--check") && !it.equals("--json"))
                .map(it -> it.matches("[A-Za-z0-9_./:=-]+") ? it : "'" + it.replace("'", "'\\''") + "'").collect(Collectors.joining(" "));
    }

    /** Ignores line endings, because Git converts them on Windows. */
    private static boolean isCurrent(Path file, byte[] code) {
        try {
            return Files.isRegularFile(file) && Arrays.equals(Files.readString(file).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8),
                    code);
        } catch (IOException e) {
            return false;
        }
    }
}
