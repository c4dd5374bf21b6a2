package dev.parlance.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Maps parameters, members and resources in problems of the API to the options of commands. */
final class OptionAdvice {
    private static final String LOCALE = "Check --locale, sourceLocale in parlance.yaml, and the locales in the paths of the files.";

    private static final Map<String, String> BY_CODE = Map.of("unknown-release", "Check --to.", "unknown-channel", "Check --channel.",
            "reserved-channel", "Check --channel.", "nothing-to-roll-back", "Select a release with --to.",
            "unknown-file-format", "Use --format, or format: in parlance.yaml.",
            "invalid-locale", LOCALE, "unknown-language", LOCALE);

    private static final Map<String, String> BY_PARAMETER = Map.of("format", "Use --format, or format: in parlance.yaml.",
            "dialect", "Use --dialect, or dialect: in parlance.yaml.", "locale", "Use --locale.", "sourceLocale", "Use --locale.",
            "channel", "Use --channel.", "/to", "Use --to.", "/comment", "Use --comment.");

    private OptionAdvice() {
    }

    /**
     * Returns the advice for a problem; empty if no option corresponds to it.
     *
     * @param arguments of the problem
     */
    static Optional<String> of(String code, JsonNode arguments) {
        var place = arguments.path("parameter").asText(arguments.path("pointer").asText(""));
        return Optional.ofNullable(BY_CODE.get(code)).or(() -> Optional.ofNullable(BY_PARAMETER.get(place)));
    }
}
