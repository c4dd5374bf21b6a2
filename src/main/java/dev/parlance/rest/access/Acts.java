package dev.parlance.rest.access;

import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.input.TextRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Who does what a request asks for, and why. */
@ApplicationScoped
public class Acts {
    /** Why something is changed, where the body has no member {@code comment}. */
    public static final String COMMENT = "Parlance-Comment";

    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    Acts(Caller caller) {
        this.caller = caller;
    }

    /**
     * @param header of the request
     * @param field  of its body, which says more than the header
     */
    public ChangeContext of(@Nullable String header, @Nullable String field) {
        var comment = field == null ? TextRules.comment(COMMENT, header == null ? null : decoded(header), ChangeContext.MAX_COMMENT_LENGTH)
                : TextRules.comment("/comment", field, ChangeContext.MAX_COMMENT_LENGTH);
        return ChangeContext.forEdit(caller.actor().name(), clock.instant(), comment);
    }

    /** The server takes each byte of a header for a character of its own (RFC 9110, 5.5); clients send UTF-8. */
    private static String decoded(String header) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
            throw ProblemType.INVALID_FIELD.with(COMMENT, "value");
        }
    }
}
