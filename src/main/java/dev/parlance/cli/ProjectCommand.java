package dev.parlance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.project.ProjectConfiguration;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** A command for a project, which reads {@code parlance.yaml}. */
abstract class ProjectCommand implements Callable<Integer> {
    private static final LocaleTag ENGLISH = new LocaleTag("en");
    private static final List<String> LANGUAGE_VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    @Mixin
    private JsonOption json = new JsonOption();

    private final CommandEnvironment environment;
    private @Nullable ProjectConfiguration configuration;

    ProjectCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    final CommandEnvironment environment() {
        return environment;
    }

    final boolean printsJson() {
        return json.isSet();
    }

    final ProjectConfiguration configuration() {
        if (configuration == null) {
            configuration = ProjectConfiguration.find(environment.folder());
        }
        return configuration;
    }

    /** Returns the language of the user; English if the environment does not specify one. */
    final LocaleTag language() {
        for (var variable : LANGUAGE_VARIABLES) {
            var value = environment.variables().getOrDefault(variable, "").replaceAll("[.@].*", "");
            if (!value.isEmpty()) {
                return parse(value);
            }
        }
        return ENGLISH;
    }

    /** {@code C} and {@code POSIX} are not languages. */
    private static LocaleTag parse(String value) {
        try {
            return value.length() < 2 || value.equals("POSIX") ? ENGLISH : LocaleTag.parse(value);
        } catch (ProblemException e) {
            return ENGLISH;
        }
    }

    final void print(String line) {
        environment.out().println(line);
    }

    /** Prints the result as JSON, or as text for a user. */
    final void printResult(JsonNode json, Runnable text) {
        if (printsJson()) {
            print(json.toPrettyString());
        } else {
            text.run();
        }
    }

    /** Prints a notice that is not part of the result. */
    final void report(String line) {
        environment.err().println(line);
    }
}
