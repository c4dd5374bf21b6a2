package dev.parlance.rendering.syntax;

import java.util.OptionalInt;

/** A part of a parsed printf text. */
public sealed interface PrintfPart {

    record Literal(String text) implements PrintfPart {
    }

    /**
     * A conversion with a resolved argument position.
     *
     * <p>As in {@link java.util.Formatter}, {@code %s} takes the next position, {@code %2$s} names its position, and {@code %<s}
     * repeats the previous one.
     *
     * @param position zero-based position of the argument
     * @param start    offset of the conversion in the text, in UTF-16 units
     * @param end      offset after the conversion, in UTF-16 units
     */
    record Conversion(int position, String flags, OptionalInt width, OptionalInt precision, char conversion, int start, int end)
            implements PrintfPart {

        /** Returns whether the conversion is {@code s} without width and precision. */
        public boolean isPlainString() {
            return conversion == 's' && width.isEmpty() && precision.isEmpty();
        }

        /** Returns whether a width is given. Without one, padding flags have no effect: {@code %0.2f} equals {@code %.2f}. */
        public boolean hasWidth() {
            return width.isPresent();
        }

        public boolean hasFlag(char flag) {
            return flags.indexOf(flag) >= 0;
        }
    }
}
