package dev.parlance.client.icu;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import com.ibm.icu.util.CurrencyAmount;
import com.ibm.icu.util.ULocale;
import dev.parlance.client.format.Amount;
import java.text.Format;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** ICU's formatters of a locale, created as ICU's {@code MessageFormat} creates them. Thread-safe. */
final class LocaleFormats {
    private static final String SKELETON = "::";
    private static final char CURRENCY_SIGN = '\u00A4';

    private final ULocale locale;
    private final boolean rightToLeft;
    private final LocalizedNumberFormatter unstyled;
    private final Map<String, Format> styles = new ConcurrentHashMap<>();
    private final Map<String, LocalizedNumberFormatter> numbers = new ConcurrentHashMap<>();

    LocaleFormats(ULocale locale) {
        this.locale = locale;
        this.rightToLeft = locale.isRightToLeft();
        this.unstyled = ((DecimalFormat) NumberFormat.getInstance(locale)).toNumberFormatter();
    }

    boolean isRightToLeft() {
        return rightToLeft;
    }

    PluralRules pluralRules(PluralType type) {
        return PluralRules.forLocale(locale, type);
    }

    PluralCategories unstyledCategories(PluralType type) {
        return PluralCategories.asPrinted(pluralRules(type), unstyled);
    }

    /** Prints numbers by the rules of the locale, everything else as is. */
    Node slot(String name) {
        return output -> {
            Object value = output.resolve(name);
            if (value instanceof Number) {
                output.append(unstyled.format((Number) value).toString());
            } else if (value instanceof Amount) {
                CurrencyAmount amount = StyledSlot.toCurrencyAmount(value);
                output.appendString(amount == null ? value.toString() : amount.toString());
            } else if (value != null) {
                output.appendString(value.toString());
            }
        };
    }

    /** Prints the number of a plural minus its offset. */
    Node pluralNumber(String name, double offset) {
        return output -> {
            Number number = Branches.resolveNumber(name, output);
            if (number != null) {
                output.append(unstyled.format(Branches.subtract(number, offset)).toString());
            }
        };
    }

    /**
     * Creates an argument with a format.
     *
     * @param style as written after the second comma, including white space; empty for none
     * @throws IllegalArgumentException if ICU does not know the type or rejects the style
     */
    StyledSlot styledSlot(String name, String type, String style) {
        String skeleton = type.equalsIgnoreCase("number") ? findSkeleton(style) : null;
        if (skeleton != null) {
            return StyledSlot.number(name, numbers.computeIfAbsent(SKELETON + skeleton,
                    it -> NumberFormatter.forSkeleton(skeleton).locale(locale)), true);
        }
        String pattern = "{0," + type + (style.isEmpty() ? "" : "," + style) + "}";
        Format format = styles.computeIfAbsent(pattern, it -> new MessageFormat(it, locale).getFormats()[0]);
        if (format instanceof DecimalFormat) {
            DecimalFormat decimal = (DecimalFormat) format;
            LocalizedNumberFormatter number = numbers.computeIfAbsent(pattern, it -> decimal.toNumberFormatter());
            return decimal.toPattern().indexOf(CURRENCY_SIGN) >= 0 ? StyledSlot.amount(name, number)
                    : StyledSlot.number(name, number, false);
        } else if (format instanceof NumberFormat) {
            return StyledSlot.spellout(name, (NumberFormat) format);
        } else if (format instanceof DateFormat) {
            return StyledSlot.date(name, (DateFormat) format);
        }
        throw new IllegalArgumentException("unknown format: " + type);
    }

    /** Returns the skeleton after {@code ::}, or null. ICU skips Pattern_White_Space before it, which differs from Java's white space. */
    private static String findSkeleton(String style) {
        int start = 0;
        while (start < style.length() && UCharacter.hasBinaryProperty(style.charAt(start), UProperty.PATTERN_WHITE_SPACE)) {
            start++;
        }
        return style.startsWith(SKELETON, start) ? style.substring(start + SKELETON.length()) : null;
    }
}
