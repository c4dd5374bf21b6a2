package dev.parlance.rendering.syntax;

import java.util.OptionalInt;

/** A piece of a printf text. */
public sealed interface PrintfPart {

    record Literal(String text) implements PrintfPart {
    }

    /**
     * A conversion, its position resolved: {@code %s} counts on its own, {@code %2$s} names its place, {@code %<s} repeats
     * the one before, as in {@link java.util.Formatter}.
     *
     * @param start where it stands in the text, in UTF-16 units, up to {@code end}
     */
    record Conversion(int position, String flags, OptionalInt width, OptionalInt precision, char conversion, int start, int end)
            implements PrintfPart {

        /** {@code %s} and no more. */
        public boolean isPlainString() {
            return conversion == 's' && width.isEmpty() && precision.isEmpty();
        }

        /** The flags for it say nothing without a width: {@code %0.2f} is {@code %.2f}. */
        public boolean hasWidth() {
            return width.isPresent();
        }

        public boolean hasFlag(char flag) {
            return flags.indexOf(flag) >= 0;
        }
    }
}
