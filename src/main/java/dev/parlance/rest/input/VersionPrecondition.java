package dev.parlance.rest.input;

import dev.parlance.problems.ProblemType;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The precondition of a change: the version that the caller last read (RFC 9110, 13.1).
 *
 * <p>Uses strong comparison, so a weak tag never matches, and neither does a list of tags. {@code If-Match: *} counts as no precondition:
 * it matches any version (RFC 9110, 13.1.1), so the change could overwrite a concurrent one.
 */
public final class VersionPrecondition {
    private static final String ANY = "*";
    private static final Pattern VERSION_TAG = Pattern.compile("\"([0-9]{1,9})\"");

    /** One or more tags (RFC 9110, 13.1.1). */
    private static final Pattern ENTITY_TAGS = Pattern.compile("(?:(?:W/)?\"[^\"]{0,256}\"[ \\t]*,?[ \\t]*)+");

    private VersionPrecondition() {
    }

    /**
     * Returns the expected version of an item that must exist.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#PRECONDITION_REQUIRED} without a version,
     *         {@link ProblemType#MALFORMED_ENTITY_TAG} for a value that is not an entity tag,
     *         {@link ProblemType#STALE_REVISION} for a tag that cannot match
     */
    public static int requireVersion(@Nullable String ifMatch) {
        return expectedVersion(ifMatch, null).orElseThrow(ProblemType.STALE_REVISION::with);
    }

    /**
     * Returns the expected version; empty if the item must not exist yet ({@code If-None-Match: *}).
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#PRECONDITION_REQUIRED} without a version,
     *         {@link ProblemType#MALFORMED_ENTITY_TAG} for a value that is not an entity tag,
     *         {@link ProblemType#STALE_REVISION} for a tag that cannot match
     */
    public static OptionalInt expectedVersion(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            throw ProblemType.PRECONDITION_REQUIRED.with("If-Match");
        }
        if (ifMatch == null) {
            if (!ifNoneMatch.strip().equals(ANY)) {
                throw ProblemType.PRECONDITION_REQUIRED.with("If-Match");
            }
            return OptionalInt.empty();
        }
        if (ifMatch.strip().equals(ANY)) {
            throw ProblemType.PRECONDITION_REQUIRED.with("If-Match");
        }
        if (!ENTITY_TAGS.matcher(ifMatch.strip()).matches()) {
            throw ProblemType.MALFORMED_ENTITY_TAG.with("If-Match", ifMatch.strip(), "\"3\"");
        }
        var tag = VERSION_TAG.matcher(ifMatch.strip());
        if (!tag.matches() || ifNoneMatch != null) {
            throw ProblemType.STALE_REVISION.with();
        }
        return OptionalInt.of(Integer.parseInt(tag.group(1)));
    }
}
