package dev.parlance.rest.input;

import dev.parlance.problems.ProblemType;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller has seen before changing it (RFC 9110, 13.1). Strong comparison: a weak tag matches nothing. Nor does {@code *}, or a
 * list: whoever sends one has not said what he saw, and would undo what somebody else did meanwhile.
 */
public final class VersionPrecondition {
    private static final Pattern VERSION_TAG = Pattern.compile("\"([0-9]{1,9})\"");

    private VersionPrecondition() {
    }

    /** The version of a thing that there must be. */
    public static int requireVersion(@Nullable String ifMatch) {
        return expectedVersion(ifMatch, null).orElseThrow(ProblemType.STALE_REVISION::with);
    }

    /** The version a thing had; empty where there must be none yet. */
    public static OptionalInt expectedVersion(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            throw ProblemType.PRECONDITION_REQUIRED.with("If-Match");
        }
        if (ifMatch == null) {
            if (!ifNoneMatch.strip().equals("*")) {
                throw ProblemType.PRECONDITION_REQUIRED.with("If-Match");
            }
            return OptionalInt.empty();
        }
        var tag = VERSION_TAG.matcher(ifMatch.strip());
        if (!tag.matches() || ifNoneMatch != null) {
            throw ProblemType.STALE_REVISION.with();
        }
        return OptionalInt.of(Integer.parseInt(tag.group(1)));
    }
}
