package dev.parlance.cli.project;

import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.formats.MessageDialect;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * The configuration file {@code parlance.yaml}.
 *
 * <p>API keys cannot be configured here, because a committed file must not contain them.
 *
 * @param folder the folder of the file, to which all paths are relative
 */
public record ProjectConfiguration(Path folder, Optional<String> url, Optional<String> catalog, LocaleTag sourceLocale,
        List<FilePattern> files) {
    public static final String FILE_NAME = "parlance.yaml";

    private static final LocaleTag DEFAULT_SOURCE_LOCALE = new LocaleTag("en");
    private static final Set<String> MEMBERS = new TreeSet<>(Set.of("url", "catalog", "sourceLocale", "files", "format", "dialect"));
    private static final Set<String> FILE_MEMBERS = new TreeSet<>(Set.of("path", "format", "dialect"));

    public ProjectConfiguration {
        files = List.copyOf(files);
    }

    /** Reads the configuration from a folder or its nearest parent with one; without one, the configuration is empty. */
    public static ProjectConfiguration find(Path start) {
        for (var folder = start.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            var file = folder.resolve(FILE_NAME);
            if (Files.isRegularFile(file)) {
                return read(file);
            }
        }
        return new ProjectConfiguration(start.toAbsolutePath().normalize(), Optional.empty(), Optional.empty(), DEFAULT_SOURCE_LOCALE,
                List.of());
    }

    private static ProjectConfiguration read(Path file) {
        // All scalars are strings, because "no" is Norwegian.
        var settings = LoadSettings.builder().setSchema(new FailsafeSchema()).setLabel(FILE_NAME).build();
        try {
            return parse(file.getParent(), new Load(settings).loadFromString(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (YamlEngineException e) {
            throw CommandFailure.usage(file + " is not valid YAML: " + e.getMessage().replaceAll("\\s+", " "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProjectConfiguration parse(Path folder, Object document) {
        var root = members("the file", document == null ? Map.of() : document, MEMBERS);
        var format = text(root, "format");
        var dialect = text(root, "dialect").map(ProjectConfiguration::parseDialect);
        var source = text(root, "sourceLocale").map(ProjectConfiguration::parseLocale).orElse(DEFAULT_SOURCE_LOCALE);
        var patterns = new ArrayList<FilePattern>();
        for (var item : root.get("files") instanceof List<?> list ? list : Optional.ofNullable(root.get("files")).map(List::of)
                .orElse(List.of())) {
            patterns.add(parsePattern(item, format, dialect));
        }
        return new ProjectConfiguration(folder, text(root, "url"), text(root, "catalog"), source, patterns);
    }

    private static FilePattern parsePattern(Object item, Optional<String> format, Optional<MessageDialect> dialect) {
        if (item instanceof String path) {
            return new FilePattern(path, format, dialect);
        }
        var members = members("files", item, FILE_MEMBERS);
        var path = text(members, "path").orElseThrow(() -> invalid("An item of files has no path."));
        return new FilePattern(path, text(members, "format").or(() -> format),
                text(members, "dialect").map(ProjectConfiguration::parseDialect).or(() -> dialect));
    }

    private static Map<?, ?> members(String place, Object value, Set<String> known) {
        if (!(value instanceof Map<?, ?> map)) {
            throw invalid("Expected members in " + place + ": " + String.join(", ", known) + ".");
        }
        for (var name : map.keySet()) {
            if ("key".equals(name) || "token".equals(name)) {
                throw invalid("Keys must not be stored in a committed file. Set the environment variable PARLANCE_KEY.");
            } else if (!(name instanceof String text) || !known.contains(text)) {
                throw invalid("Unknown member " + name + " in " + place + ". Known members: " + String.join(", ", known) + ".");
            }
        }
        return map;
    }

    private static Optional<String> text(Map<?, ?> members, String name) {
        var value = members.get(name);
        if (value != null && !(value instanceof String)) {
            throw invalid("The member " + name + " is not a text.");
        }
        return Optional.ofNullable((String) value).filter(it -> !it.isBlank());
    }

    /** @throws CommandFailure {@code USAGE} if there is no such dialect */
    public static MessageDialect parseDialect(String label) {
        return Arrays.stream(MessageDialect.values()).filter(it -> it.label().equals(label)).findFirst()
                .orElseThrow(() -> CommandFailure.usage("Unknown dialect " + label + ". Dialects: "
                        + Arrays.stream(MessageDialect.values()).map(MessageDialect::label).collect(Collectors.joining(", ")) + "."));
    }

    /** @throws CommandFailure {@code USAGE} if the text is not a language tag */
    public static LocaleTag parseLocale(String tag) {
        try {
            return LocaleTag.parse(tag);
        } catch (ProblemException e) {
            throw CommandFailure.usage(tag + " is not a language tag, such as en or pt-BR.");
        }
    }

    private static CommandFailure invalid(String detail) {
        return CommandFailure.usage(FILE_NAME + ": " + detail);
    }
}
