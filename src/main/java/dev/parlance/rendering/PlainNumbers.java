package dev.parlance.rendering;

import com.ibm.icu.number.LocalizedNumberFormatter;

/** Numbers without a style in a locale: <code>{n}</code> and {@code #}. Immutable. */
final class PlainNumbers {
    private final LocalizedNumberFormatter format;
    private final String[] small;

    PlainNumbers(LocalizedNumberFormatter format) {
        this.format = format;
        this.small = SmallNumbers.digits(format);
    }

    LocalizedNumberFormatter format() {
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
