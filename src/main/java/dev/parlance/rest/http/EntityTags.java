package dev.parlance.rest.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code If-None-Match} (RFC 9110, 13.1.2): a list of tags, weak comparison, or {@code *}. What is no tag is passed over. */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");

    private EntityTags() {
    }

    /** @param tag without its quotes */
    static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.length() == tag.length() + 2 && ifNoneMatch.startsWith("\"") && ifNoneMatch.startsWith(tag, 1) && ifNoneMatch.endsWith("\"")) {
            // What nearly all clients send: the one tag they were given.
            return true;
        }
        return ifNoneMatch.strip().equals("*")
                || TAG.matcher(ifNoneMatch).results().anyMatch(it -> it.group(1).equals(tag));
    }
}
