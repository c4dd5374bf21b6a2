package dev.parlance.client.format;

import java.time.ZoneId;
import java.util.Map;

/**
 * The output of one formatting.
 *
 * <p>Strings are isolated with U+2068 and U+2069 in texts of right-to-left languages, and elsewhere if they contain a right-to-left
 * letter, as the service does.
 */
public final class TextOutput {
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';
    private static final char FIRST_RIGHT_TO_LEFT = '\u0590';

    private final StringBuilder text = new StringBuilder();
    private final Map<String, ?> arguments;
    private final ZoneId zone;
    private final boolean rightToLeft;
    private boolean complete = true;

    public TextOutput(Map<String, ?> arguments, ZoneId zone, boolean rightToLeft) {
        this.arguments = arguments;
        this.zone = zone;
        this.rightToLeft = rightToLeft;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Returns the normalized value of an argument, or null after its name in braces was written instead. */
    public Object resolve(String name) {
        Object value = ArgumentValues.normalize(arguments.get(name));
        if (value == null) {
            appendPlaceholder(name);
        }
        return value;
    }

    public void append(CharSequence literal) {
        text.append(literal);
    }

    public void appendPlaceholder(String name) {
        complete = false;
        text.append('{').append(name).append('}');
    }

    /** Appends a string argument, with isolates if required. */
    public void appendString(String value) {
        if (rightToLeft || hasRightToLeft(value)) {
            text.append(FIRST_STRONG_ISOLATE).append(value).append(POP_DIRECTIONAL_ISOLATE);
        } else {
            text.append(value);
        }
    }

    /** Returns whether all arguments that the text needs were there and usable. */
    public boolean isComplete() {
        return complete;
    }

    private static boolean hasRightToLeft(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) >= FIRST_RIGHT_TO_LEFT) {
                byte direction = Character.getDirectionality(value.codePointAt(i));
                if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
