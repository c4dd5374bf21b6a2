package dev.parlance.rendering.compiled;

import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import com.ibm.icu.util.ULocale;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The format of numbers without a style in a locale: <code>{n}</code> and {@code #}.
 *
 * <p>The tables are loaded on first use, because most texts print no number and loading them would delay start-up.
 */
public final class UnstyledNumberFormat {
    private final ULocale locale;
    private final Map<PluralType, PluralCategories> categories = new EnumMap<>(PluralType.class);
    private volatile @Nullable Digits digits;

    /** @param small the digits of the numbers in {@link SmallNumberTables} */
    private record Digits(ThreadLocalNumberFormat format, String[] small) {
    }

    UnstyledNumberFormat(ULocale locale) {
        this.locale = locale;
    }

    ThreadLocalNumberFormat format() {
        return digits().format();
    }

    public synchronized PluralCategories categories(PluralType type) {
        return categories.computeIfAbsent(type, it -> PluralCategories.categoryOf(PluralRules.forLocale(locale, it), this));
    }

    void append(Number number, RenderContext execution) {
        var printed = digits();
        int index = SmallNumberTables.indexOf(number);
        if (index >= 0) {
            execution.append(printed.small()[index]);
        } else {
            execution.append(printed.format().format(number));
        }
    }

    private Digits digits() {
        var loaded = digits;
        return loaded == null ? loadDigits() : loaded;
    }

    private synchronized Digits loadDigits() {
        var loaded = digits;
        if (loaded == null) {
            var format = new ThreadLocalNumberFormat(((DecimalFormat) NumberFormat.getInstance(locale)).toNumberFormatter(), locale);
            loaded = new Digits(format, SmallNumberTables.digits(format));
            digits = loaded;
        }
        return loaded;
    }
}
