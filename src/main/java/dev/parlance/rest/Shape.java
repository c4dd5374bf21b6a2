package dev.parlance.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which form a rendered message is answered. */
enum Shape {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    TEXT(MediaType.TEXT_PLAIN_TYPE),
    PROBLEM(MediaType.valueOf(ProblemDocuments.MEDIA_TYPE));

    private static final String REFUSED = "0";

    private final MediaType mediaType;

    Shape(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    /** The query parameter {@code format} before the header {@code Accept}: an address can be sent to somebody. */
    static Shape of(@Nullable String format, HttpHeaders headers) {
        if (format == null) {
            return headers.getAcceptableMediaTypes().stream().filter(it -> !REFUSED.equals(it.getParameters().get("q")))
                    .flatMap(it -> Arrays.stream(values()).filter(shape -> shape.mediaType.isCompatible(it)))
                    .findFirst().orElse(JSON);
        }
        return Arrays.stream(values()).filter(it -> it.name().toLowerCase(Locale.ROOT).equals(format)).findFirst()
                .orElseThrow(() -> Parameters.invalid("format", format, "json, text, problem"));
    }

    MediaType mediaType() {
        return this == TEXT ? mediaType.withCharset("UTF-8") : mediaType;
    }
}
