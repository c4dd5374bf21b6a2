package dev.parlance.client.format;

import java.time.ZoneId;
import java.util.Map;

/** Compiles ICU patterns. Thread-safe. */
public interface TextFormatter {

    /**
     * Compiles a pattern for repeated formatting.
     *
     * @param languageTag the language of the text, whose rules select plural forms and format numbers
     * @throws IllegalArgumentException if the pattern is invalid
     */
    CompiledText compile(String pattern, String languageTag);

    /** A compiled pattern. Immutable and thread-safe. */
    interface CompiledText {
        /**
         * Formats the text. Missing and unusable arguments stay visible as {@code {name}}.
         *
         * @param arguments by name
         * @param zone      the time zone of dates and times
         */
        TextOutput format(Map<String, ?> arguments, ZoneId zone);
    }
}
