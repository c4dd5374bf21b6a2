package dev.parlance.rendering;

/** A text that is no text of its syntax. The offset counts UTF-16 units from the start of the text. */
public final class BadText extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Why: {@code PATTERN} does not parse, {@code STYLE} is a date style that parses and can format nothing,
     * {@code CONVERSION} is a printf conversion without an equal.
     */
    public enum Fault { PATTERN, STYLE, CONVERSION }

    private final Fault fault;
    private final int offset;

    BadText(Fault fault, int offset, String detail) {
        super(detail);
        this.fault = fault;
        this.offset = offset;
    }

    public Fault fault() {
        return fault;
    }

    public int offset() {
        return offset;
    }
}
