package dev.parlance.rest.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Weak comparison of {@code If-None-Match} with an entity tag (RFC 9110, 13.1.2). Invalid tags are ignored. */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");

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
}
