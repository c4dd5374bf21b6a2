package dev.parlance.audit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of the audit log: an action and its attributes.
 *
 * @param attributes in the order in which they are written; never a secret
 */
public record AuditEvent(AuditAction action, Map<String, String> attributes) {
    /** In UTF-16 units. A line stays shorter than the limits of usual log collectors. */
    private static final int MAX_VALUE_LENGTH = 200;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:@/+|,*-]+");

    public AuditEvent {
        // Not Map.copyOf, which loses the order.
        attributes = new LinkedHashMap<>(attributes);
    }

    public static AuditEvent of(AuditAction action) {
        return new AuditEvent(action, Map.of());
    }

    /** Returns this event with another attribute at the end. */
    public AuditEvent with(String name, String value) {
        var extended = new LinkedHashMap<>(attributes);
        extended.put(name, value);
        return new AuditEvent(action, extended);
    }

    /**
     * Returns the event as {@code name=value} pairs separated by spaces.
     *
     * <p>Values with other characters than those of names and addresses are quoted. Control characters and line separators are escaped,
     * so that a value can neither end the line nor add an attribute.
     */
    public String toLine() {
        return "action=" + action.label() + attributes.entrySet().stream().map(it -> " " + it.getKey() + "=" + format(it.getValue()))
                .collect(Collectors.joining());
    }

    private static String format(String value) {
        if (PLAIN.matcher(value).matches() && value.length() <= MAX_VALUE_LENGTH) {
            return value;
        }
        var quoted = new StringBuilder("\"");
        value.chars().limit(MAX_VALUE_LENGTH).forEach(it -> appendEscaped(quoted, (char) it));
        return quoted.append(value.length() > MAX_VALUE_LENGTH ? "…\"" : "\"").toString();
    }

    private static void appendEscaped(StringBuilder text, char character) {
        if (character == '"' || character == '\\') {
            text.append('\\').append(character);
        } else if (isUnsafe(character)) {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
        } else {
            text.append(character);
        }
    }

    /** Line and paragraph separators end lines, and format characters, such as bidi controls, change what an operator sees. */
    private static boolean isUnsafe(char character) {
        int type = Character.getType(character);
        return Character.isISOControl(character) || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.FORMAT || type == Character.SURROGATE;
    }
}
