package dev.parlance.rest.access;

import dev.parlance.catalog.history.ChangeContext;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.input.TextInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Who does what a request asks for, and why. */
@ApplicationScoped
public class ChangeContexts {
    /** Why something is changed, where the body has no member {@code comment}. */
    public static final String COMMENT_HEADER = "Parlance-Comment";

    private final CurrentCaller caller;
    private final Clock clock = Clock.systemUTC();

    ChangeContexts(CurrentCaller caller) {
        this.caller = caller;
    }

    /**
     * @param header of the request
     * @param field  of its body, which says more than the header
     */
    public ChangeContext create(@Nullable String headerComment, @Nullable String bodyComment) {
        var comment = bodyComment == null ? TextInput.optionalText(COMMENT_HEADER, headerComment == null ? null : decodeUtf8(headerComment), ChangeContext.MAX_COMMENT_LENGTH)
                : TextInput.optionalText("/comment", bodyComment, ChangeContext.MAX_COMMENT_LENGTH);
        return ChangeContext.forEdit(caller.actor().name(), clock.instant(), comment);
    }

    /** The server takes each byte of a header for a character of its own (RFC 9110, 5.5); clients send UTF-8. */
    private static String decodeUtf8(String header) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
            throw ProblemType.INVALID_FIELD.with(COMMENT_HEADER, "value");
        }
    }
}
