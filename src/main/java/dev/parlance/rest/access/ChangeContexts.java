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

/** The factory of the {@link ChangeContext} of a request: author, time and comment. */
@ApplicationScoped
public class ChangeContexts {
    /** The header with the reason for a change. A body member {@code comment} takes precedence. */
    public static final String COMMENT_HEADER = "Parlance-Comment";

    private final CurrentCaller caller;
    private final Clock clock = Clock.systemUTC();

    ChangeContexts(CurrentCaller caller) {
        this.caller = caller;
    }

    /**
     * Creates the context of an edit by the current caller, now.
     *
     * @param headerComment the value of the header {@link #COMMENT_HEADER}, as decoded by the server
     * @param bodyComment   the member {@code comment} of the body; takes precedence over the header
     * @throws dev.parlance.problems.ProblemException if the comment is too long, or not valid text
     */
    public ChangeContext create(@Nullable String headerComment, @Nullable String bodyComment) {
        var comment = bodyComment == null
                ? TextInput.optionalText(COMMENT_HEADER, headerComment == null ? null : decodeUtf8(headerComment),
                ChangeContext.MAX_COMMENT_LENGTH)
                : TextInput.optionalText("/comment", bodyComment, ChangeContext.MAX_COMMENT_LENGTH);
        return ChangeContext.forEdit(caller.actor().name(), clock.instant(), comment);
    }

    /** The server decodes headers as ISO 8859-1 (RFC 9110, 5.5), but clients send UTF-8. */
    private static String decodeUtf8(String header) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
            throw ProblemType.INVALID_FIELD.with(COMMENT_HEADER, "value", "UTF-8");
        }
    }
}
