package dev.parlance.rendering.syntax;

import java.util.regex.Pattern;

/** Thrown if a text does not follow its syntax. The offset counts UTF-16 units from the start of the text. */
public final class TextSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * The kind of error.
     *
     * <ul>
     * <li>{@code INVALID_PATTERN}: the pattern does not parse.
     * <li>{@code MISSING_OTHER}: an argument has no branch {@code other}; the message is its name.
     * <li>{@code UNCLOSED_BRACE}: an opening brace has no closing one.
     * <li>{@code INVALID_STYLE}: a date style parses but cannot format a date.
     * <li>{@code UNSUPPORTED_CONVERSION}: a printf conversion cannot be rendered.
     * <li>{@code NOT_REPRESENTABLE}: an argument has no equivalent in the other syntax.
     * </ul>
     */
    public enum Reason { INVALID_PATTERN, MISSING_OTHER, UNCLOSED_BRACE, INVALID_STYLE, UNSUPPORTED_CONVERSION, NOT_REPRESENTABLE }

    private static final Pattern OFFSET = Pattern.compile("\\[at pattern index ([0-9]+)]");

    private final Reason reason;
    private final int offset;

    public TextSyntaxException(Reason reason, int offset, String detail) {
        super(detail);
        this.reason = reason;
        this.offset = offset;
    }

    /** Converts ICU's exception, which gives the offset in its message only and omits it at offset 0. */
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
