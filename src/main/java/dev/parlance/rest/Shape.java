package dev.parlance.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which form a rendered message is answered. */
enum Shape {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    TEXT(MediaType.TEXT_PLAIN_TYPE),
    PROBLEM(MediaType.valueOf(ProblemDocuments.MEDIA_TYPE));

    private static final List<Variant> VARIANTS =
            Variant.mediaTypes(JSON.mediaType, TEXT.mediaType, PROBLEM.mediaType).add().build();

    private final MediaType mediaType;

    Shape(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    /** The query parameter {@code format} before the header {@code Accept}: an address can be sent to somebody. */
    static Shape of(@Nullable String format, Request request) {
        for (var shape : values()) {
            if (format == null ? shape.mediaType.equals(best(request)) : shape.name().toLowerCase(Locale.ROOT).equals(format)) {
                return shape;
            }
        }
        if (format == null) {
            return JSON;
        }
        throw Parameters.invalid("format", format, "json, text, problem");
    }

    MediaType mediaType() {
        return this == TEXT ? mediaType.withCharset("UTF-8") : mediaType;
    }

    private static @Nullable MediaType best(Request request) {
        var variant = request.selectVariant(VARIANTS);
        return variant == null ? null : variant.getMediaType();
    }
}
