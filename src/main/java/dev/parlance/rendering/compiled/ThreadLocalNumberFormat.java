package dev.parlance.rendering.compiled;

import com.ibm.icu.number.FormattedNumber;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.util.CurrencyAmount;
import com.ibm.icu.util.ULocale;

/**
 * An ICU number format with one instance per thread, shared by all slots of a locale and style.
 *
 * <p>ICU's number formatters are thread-safe, but count their calls in a field: two threads that shared one formatter were slower
 * than one thread alone.
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
