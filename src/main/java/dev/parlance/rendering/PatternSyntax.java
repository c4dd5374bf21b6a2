package dev.parlance.rendering;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ApostropheMode;
import com.ibm.icu.text.MessagePattern.Part;
import dev.parlance.rendering.syntax.TextSyntaxException;
import dev.parlance.rendering.syntax.TextSyntaxException.Reason;
import java.util.ArrayDeque;

/**
 * Parses ICU patterns and locates their errors.
 *
 * <p>ICU reports the most frequent mistakes without a position. The parts before the error remain readable, and show which argument was
 * open.
 */
public final class PatternSyntax {

    private PatternSyntax() {
    }

    /** @throws TextSyntaxException if the pattern does not parse */
    public static MessagePattern parse(String pattern) {
        return parse(pattern, ApostropheMode.DOUBLE_OPTIONAL);
    }

    static MessagePattern parse(String pattern, ApostropheMode apostrophes) {
        var parts = new MessagePattern(apostrophes);
        try {
            return parts.parse(pattern);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw locate(parts, e);
        }
    }

    /** Creates the exception for an argument without a branch {@code other}. */
    static TextSyntaxException missingOther(MessagePattern parts, int start) {
        return new TextSyntaxException(Reason.MISSING_OTHER, parts.getPatternIndex(start), parts.getSubstring(parts.getPart(start + 1)));
    }

    private static TextSyntaxException locate(MessagePattern parts, RuntimeException cause) {
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < parts.countParts(); i++) {
            if (parts.getPartType(i) == Part.Type.ARG_START) {
                open.push(i);
            } else if (parts.getPartType(i) == Part.Type.ARG_LIMIT) {
                open.pop();
            }
        }
        var message = String.valueOf(cause.getMessage());
        if (open.isEmpty()) {
            return TextSyntaxException.fromIcu(cause);
        } else if (message.startsWith("Missing 'other'")) {
            return missingOther(parts, open.peek());
        } else if (message.startsWith("Unmatched '{'")) {
            return new TextSyntaxException(Reason.UNCLOSED_BRACE, parts.getPatternIndex(open.peek()), message);
        }
        return TextSyntaxException.fromIcu(cause);
    }
}
