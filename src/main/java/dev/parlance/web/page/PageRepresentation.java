package dev.parlance.web.page;

import dev.parlance.rest.input.MediaRanges;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The representations of a page at one address, in order of preference for clients that accept several equally. */
public enum PageRepresentation {
    JSON(".json", MediaType.APPLICATION_JSON),
    HTML("", PageResponses.HTML),
    TEXT(".txt", "text/plain;charset=UTF-8"),
    MARKDOWN(".md", "text/markdown;charset=UTF-8");

    private final String suffix;
    private final String contentType;
    private final MediaType mediaType;

    PageRepresentation(String suffix, String contentType) {
        this.suffix = suffix;
        this.contentType = contentType;
        this.mediaType = MediaType.valueOf(contentType);
    }

    public String contentType() {
        return contentType;
    }

    /**
     * An address without the suffix of its representation.
     *
     * @param name           the last segment without the suffix
     * @param representation the representation of the suffix
     */
    public record Suffixed(String name, PageRepresentation representation) {
    }

    /** Splits an address that ends with the suffix of a representation; empty if there is no such suffix. */
    public static Optional<Suffixed> bySuffix(String lastSegment) {
        return Arrays.stream(values()).filter(it -> !it.suffix.isEmpty() && lastSegment.endsWith(it.suffix))
                .map(it -> new Suffixed(lastSegment.substring(0, lastSegment.length() - it.suffix.length()), it)).findFirst();
    }

    /**
     * Selects a representation by {@code Accept} (RFC 9110, 12.5.1).
     *
     * @param offered the representations of the page, in order of preference
     */
    public static PageRepresentation negotiate(@Nullable String accept, List<PageRepresentation> offered) {
        var ranges = MediaRanges.parse(accept);
        var best = offered.stream().max(Comparator.comparingDouble((PageRepresentation it) -> MediaRanges.quality(ranges, it.mediaType))
                .thenComparing(Comparator.comparingInt(offered::indexOf).reversed()));
        return best.orElseThrow();
    }
}
