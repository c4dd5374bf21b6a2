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
 * Numbers without a style in a locale: <code>{n}</code> and {@code #}. What ICU says of them is asked when the first one is printed,
 * for most texts print none and a service that starts has other things to do.
 */
public final class PlainNumbers {
    private final ULocale locale;
    private final Map<PluralType, PluralCategories> categories = new EnumMap<>(PluralType.class);
    private volatile @Nullable Digits digits;

    /** @param small of {@link SmallNumbers} */
    private record Digits(OwnNumberFormat format, String[] small) {
    }

    PlainNumbers(ULocale locale) {
        this.locale = locale;
    }

    OwnNumberFormat format() {
        return digits().format();
    }

    public synchronized PluralCategories categories(PluralType type) {
        return categories.computeIfAbsent(type, it -> PluralCategories.of(PluralRules.forLocale(locale, it), this));
    }

    void append(Number number, Execution execution) {
        var printed = digits();
        int index = SmallNumbers.index(number);
        if (index >= 0) {
            execution.append(printed.small()[index]);
        } else {
            execution.append(printed.format().format(number));
        }
    }

    private Digits digits() {
        var known = digits;
        return known == null ? asked() : known;
    }

    private synchronized Digits asked() {
        var known = digits;
        if (known == null) {
            var format = new OwnNumberFormat(((DecimalFormat) NumberFormat.getInstance(locale)).toNumberFormatter(), locale);
            known = new Digits(format, SmallNumbers.digits(format));
            digits = known;
        }
        return known;
    }
}
