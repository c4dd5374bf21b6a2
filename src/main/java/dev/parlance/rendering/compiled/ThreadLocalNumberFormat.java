package dev.parlance.rendering.compiled;

import com.ibm.icu.number.FormattedNumber;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.util.CurrencyAmount;
import com.ibm.icu.util.ULocale;

/**
 * One of ICU's number formats, which are thread-safe, but count their calls in a field for as long as they live: two threads that
 * shared one were slower than one alone. Each thread has its own, shared by all slots of a locale and style.
 */
public final class ThreadLocalNumberFormat {
    private final ThreadLocal<LocalizedNumberFormatter> formatters;

    ThreadLocalNumberFormat(LocalizedNumberFormatter format, ULocale locale) {
        this.formatters = ThreadLocal.withInitial(() -> format.withoutLocale().locale(locale));
    }

    FormattedNumber format(Number number) {
        return formatters.get().format(number);
    }

    FormattedNumber format(CurrencyAmount amount) {
        return formatters.get().format(amount);
    }
}
