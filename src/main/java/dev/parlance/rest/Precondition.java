package dev.parlance.rest;

import dev.parlance.problems.Refusal;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a caller has seen before changing it (RFC 9110, 13.1). Strong comparison: a weak tag matches nothing. */
final class Precondition {
    private static final Pattern MOVES = Pattern.compile("\"([0-9]{1,9})\"");

    private Precondition() {
    }

    /** The moves a channel had; empty where it must not exist yet. */
    static OptionalInt moves(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            throw Refusal.PRECONDITION_REQUIRED.with("If-Match");
        }
        if (ifMatch == null) {
            if (!ifNoneMatch.strip().equals("*")) {
                throw Refusal.PRECONDITION_REQUIRED.with("If-Match");
            }
            return OptionalInt.empty();
        }
        var tag = MOVES.matcher(ifMatch.strip());
        if (!tag.matches() || ifNoneMatch != null) {
            throw Refusal.STALE_REVISION.with();
        }
        return OptionalInt.of(Integer.parseInt(tag.group(1)));
    }
}
