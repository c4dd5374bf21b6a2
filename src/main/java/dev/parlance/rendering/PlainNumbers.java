package dev.parlance.rendering;

/** Numbers without a style in a locale: <code>{n}</code> and {@code #}. Immutable. */
final class PlainNumbers {
    private final OwnNumberFormat format;
    private final String[] small;

    PlainNumbers(OwnNumberFormat format) {
        this.format = format;
        this.small = SmallNumbers.digits(format);
    }

    OwnNumberFormat format() {
        return format;
    }

    void append(Number number, Execution execution) {
        int index = SmallNumbers.index(number);
        if (index >= 0) {
            execution.append(small[index]);
        } else {
            execution.append(format.format(number));
        }
    }
}
