package dev.parlance.rendering;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.text.Format;
import java.util.Date;

/** ICU's own formatters for a locale, asked for in the way its {@code MessageFormat} asks. */
final class Formats {
    private static final String SKELETON = "::";

    private final ULocale locale;
    private final LocalizedNumberFormatter plain;

    Formats(ULocale locale) {
        this.locale = locale;
        this.plain = ((DecimalFormat) NumberFormat.getInstance(locale)).toNumberFormatter();
    }

    ULocale locale() {
        return locale;
    }

    /** For numbers without a style. */
    LocalizedNumberFormatter plain() {
        return plain;
    }

    LocalizedNumberFormatter skeleton(String skeleton) {
        return NumberFormatter.forSkeleton(skeleton).locale(locale);
    }

    /**
     * @param type  {@code number}, {@code date}, …
     * @param style as written after the second comma, with its blanks; empty for none
     */
    Instruction slot(String name, String type, String style) {
        var stripped = style.strip();
        if (type.equalsIgnoreCase("number") && stripped.startsWith(SKELETON)) {
            return new Instruction.NumberSlot(name, skeleton(stripped.substring(SKELETON.length())));
        }
        var format = asInMessageFormat(type, style);
        if (format instanceof DecimalFormat decimal) {
            return new Instruction.NumberSlot(name, decimal.toNumberFormatter());
        } else if (format instanceof NumberFormat spelled) {
            return new Instruction.SpelledSlot(name, spelled);
        } else if (format instanceof DateFormat date) {
            return new Instruction.DateSlot(name, tried(date, style));
        }
        throw new IllegalArgumentException("no format: " + type);
    }

    /** ICU reads a date pattern only when it formats; a text with a bad one must not get as far as a reader. */
    private static DateFormat tried(DateFormat date, String style) {
        try {
            ((DateFormat) date.clone()).format(new Date(0));
            return date;
        } catch (IllegalArgumentException e) {
            throw new BadText(BadText.Fault.STYLE, 0, style);
        }
    }

    private Format asInMessageFormat(String type, String style) {
        var pattern = "{0," + type + (style.isEmpty() ? "" : "," + style) + "}";
        return new MessageFormat(pattern, locale).getFormats()[0];
    }
}
