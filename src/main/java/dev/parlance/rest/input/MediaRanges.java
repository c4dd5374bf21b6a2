package dev.parlance.rest.input;

import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;
import org.jspecify.annotations.Nullable;

/** The media ranges of an {@code Accept} header (RFC 9110, 12.5.1). */
public final class MediaRanges {
    private MediaRanges() {
    }

    /** Returns the ranges of a header; empty if it is absent or malformed, which accepts everything. */
    public static List<MediaType> parse(@Nullable String accept) {
        try {
            return accept == null ? List.of() : MediaTypeHelper.parseHeader(accept);
        } catch (RuntimeException malformed) {
            return List.of();
        }
    }

    /** Returns the quality of the most specific range that matches, from 0 to 1; 1 if there are no ranges. */
    public static double quality(List<MediaType> ranges, MediaType mediaType) {
        return ranges.stream().filter(it -> it.isCompatible(mediaType))
                .max(Comparator.comparingInt(it -> (it.isWildcardType() ? 0 : 1) + (it.isWildcardSubtype() ? 0 : 1)))
                .map(it -> parseQuality(it.getParameters().getOrDefault("q", "1"))).orElse(ranges.isEmpty() ? 1.0 : 0.0);
    }

    private static double parseQuality(String q) {
        return q.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(q) : 1;
    }
}
