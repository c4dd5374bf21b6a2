package dev.parlance.rendering.syntax;

import java.util.regex.Pattern;

/** A text that is no text of its syntax. The offset counts UTF-16 units from the start of the text. */
public final class TextSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Why: {@code PATTERN} does not parse, {@code STYLE} is a date style that parses and can format nothing,
     * {@code CONVERSION} is a printf conversion without an equal in ICU ({@code unsupported-conversion}),
     * {@code NOT_REPRESENTABLE} an argument of a pattern without one in printf ({@code not-representable}).
     */
    public enum Reason { INVALID_PATTERN, INVALID_STYLE, UNSUPPORTED_CONVERSION, NOT_REPRESENTABLE }

    private static final Pattern OFFSET = Pattern.compile("\\[at pattern index ([0-9]+)]");

    private final Reason reason;
    private final int offset;

    public TextSyntaxException(Reason reason, int offset, String detail) {
        super(detail);
        this.reason = reason;
        this.offset = offset;
    }

    /** From ICU's own refusal, which says where in its message only, and leaves it out at the very start. */
    public static TextSyntaxException fromIcu(RuntimeException cause) {
        var matcher = OFFSET.matcher(String.valueOf(cause.getMessage()));
        return new TextSyntaxException(Reason.INVALID_PATTERN, matcher.find() ? Integer.parseInt(matcher.group(1)) : 0,
                String.valueOf(cause.getMessage()));
    }

    public Reason reason() {
        return reason;
    }

    public int offset() {
        return offset;
    }
}
