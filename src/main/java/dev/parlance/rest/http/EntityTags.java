package dev.parlance.rest.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Weak comparison of {@code If-None-Match} with an entity tag (RFC 9110, 13.1.2). Invalid tags are ignored. */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");
    /** The suffix of a compressed variant, as added by this service and by compressing proxies. Jetty adds two hyphens. */
    private static final Pattern ENCODING_SUFFIX = Pattern.compile("--?(gzip|br|zstd)");

    private EntityTags() {
    }

    /**
     * Returns whether the header matches the tag.
     *
     * @param tag the tag without its quotes
     */
    static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.length() == tag.length() + 2 && ifNoneMatch.startsWith("\"") && ifNoneMatch.startsWith(tag, 1)
                && ifNoneMatch.endsWith("\"")) {
            // The common case: the single tag that the client received.
            return true;
        }
        return ifNoneMatch.strip().equals("*")
                || TAG.matcher(ifNoneMatch).results().anyMatch(it -> it.group(1).equals(tag));
    }

    /**
     * Returns whether the header matches the tag in any content coding, such as {@code "TAG-gzip"}.
     *
     * <p>A proxy may have compressed the response, and may request it uncompressed the next time. The content is the same.
     *
     * @param tag the tag of the uncompressed variant without its quotes
     */
    static boolean matchesAnyEncoding(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null && (ifNoneMatch.strip().equals("*")
                || TAG.matcher(ifNoneMatch).results().anyMatch(it -> it.group(1).startsWith(tag)
                && (it.group(1).length() == tag.length() || ENCODING_SUFFIX.matcher(it.group(1).substring(tag.length())).matches())));
    }
}
