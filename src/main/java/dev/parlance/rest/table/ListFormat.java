package dev.parlance.rest.table;

import dev.parlance.rest.input.MediaRanges;
import dev.parlance.rest.input.Parameters;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The formats of a list. */
public enum ListFormat {
    JSON(MediaType.APPLICATION_JSON),
    TEXT(MediaType.TEXT_PLAIN),
    CSV(ListFormat.CSV_MEDIA_TYPE);

    /** The media type of CSV (RFC 7111). */
    public static final String CSV_MEDIA_TYPE = "text/csv";

    private final MediaType mediaType;

    ListFormat(String mediaType) {
        this.mediaType = MediaType.valueOf(mediaType);
    }

    /**
     * Selects by the query parameter, or by {@code Accept} if it is absent (RFC 9110, 12.5.1).
     *
     * @param format   the query parameter
     * @param accepted the media ranges of {@code Accept}; among equal qualities, JSON is preferred
     * @throws dev.parlance.problems.ProblemException {@code INVALID_PARAMETER} for an unknown format
     */
    public static ListFormat select(@Nullable String format, List<MediaType> accepted) {
        if (format == null) {
            return Arrays.stream(values()).max(Comparator.comparingDouble((ListFormat it) -> MediaRanges.quality(accepted, it.mediaType))
                    .thenComparing(Comparator.reverseOrder())).orElse(JSON);
        }
        return Arrays.stream(values()).filter(it -> it.label().equals(format)).findFirst()
                .orElseThrow(() -> Parameters.invalidParameter(ListFormats.PARAMETER, format, labels()));
    }

    /** Returns the value of the query parameter. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the values of the query parameter, separated by commas. */
    public static String labels() {
        return Arrays.stream(values()).map(ListFormat::label).collect(Collectors.joining(", "));
    }

    /** Returns the media type, with a charset if it is text. */
    MediaType contentType() {
        return this == JSON ? mediaType : mediaType.withCharset("UTF-8");
    }
}
