package dev.parlance.client.icu;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.CurrencyAmount;
import com.ibm.icu.util.TimeZone;
import dev.parlance.client.format.Amount;
import dev.parlance.client.format.ArgumentValues;
import dev.parlance.client.format.TextOutput;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;

/** An argument with a format, and the plural categories that the format implies. */
final class StyledSlot {
    /**
     * The smallest fraction that is spelled out.
     *
     * <p>ICU's Polish rules spell ten decimals and loop endlessly on a smaller fraction.
     */
    private static final double SMALLEST_FRACTION = 1e-10;
    /** Codes of ISO 4217 for no currency and for tests. */
    private static final Set<String> NO_CURRENCIES = new HashSet<>(Arrays.asList("XXX", "XTS"));

    private final Node node;
    private final LocalizedNumberFormatter counted;

    private StyledSlot(Node node, LocalizedNumberFormatter counted) {
        this.node = node;
        this.counted = counted;
    }

    Node node() {
        return node;
    }

    PluralCategories categories(PluralRules rules) {
        return counted == null ? PluralCategories.ofValue(rules) : PluralCategories.asPrinted(rules, counted);
    }

    /** @param skeleton whether ICU selects plural forms by the value instead of the printed number */
    static StyledSlot number(String name, LocalizedNumberFormatter format, boolean skeleton) {
        return new StyledSlot(output -> {
            Object value = output.resolve(name);
            Number number = value instanceof Amount ? null : toNumber(value);
            CurrencyAmount amount = number == null ? toCurrencyAmount(value) : null;
            try {
                if (number != null) {
                    output.append(format.format(number).toString());
                } else if (amount != null) {
                    output.append(format.format(amount).toString());
                } else if (value != null) {
                    output.appendPlaceholder(name);
                }
            } catch (ArithmeticException e) { // thrown by "rounding-mode-unnecessary" if the number needs rounding
                output.appendPlaceholder(name);
            }
        }, skeleton ? null : format);
    }

    /** Prints amounts only: ICU would print a number in the currency of the locale, which the caller never means. */
    static StyledSlot amount(String name, LocalizedNumberFormatter format) {
        return new StyledSlot(output -> {
            Object value = output.resolve(name);
            CurrencyAmount amount = toCurrencyAmount(value);
            if (amount != null) {
                output.append(format.format(amount).toString());
            } else if (value != null) {
                output.appendPlaceholder(name);
            }
        }, format);
    }

    /** Prints {@code spellout}, {@code ordinal} and {@code duration}, whose formats are not thread-safe. */
    static StyledSlot spellout(String name, NumberFormat format) {
        return new StyledSlot(output -> {
            Number number = Branches.resolveNumber(name, output);
            if (number != null && hasSpellableFraction(number.doubleValue())) {
                try {
                    output.append(format.clone().format(number));
                } catch (IllegalStateException e) { // thrown by the rules of most locales for -2^63 if it is not a long
                    output.appendPlaceholder(name);
                }
            } else if (number != null) {
                output.appendPlaceholder(name);
            }
        }, null);
    }

    static StyledSlot date(String name, DateFormat format) {
        return new StyledSlot(output -> {
            Object value = output.resolve(name);
            if (value != null) {
                Date date = ArgumentValues.toDate(value, output.zone());
                if (date == null) {
                    output.appendPlaceholder(name);
                } else {
                    DateFormat own = format.clone();
                    own.setTimeZone(toIcuTimeZone(output.zone()));
                    output.append(own.format(date));
                }
            }
        }, null);
    }

    private static Number toNumber(Object value) {
        return value == null ? null : ArgumentValues.toNumber(value);
    }

    static CurrencyAmount toCurrencyAmount(Object value) {
        Amount amount = ArgumentValues.toAmount(value);
        if (amount == null || NO_CURRENCIES.contains(amount.currency()) || !Currency.isAvailable(amount.currency(), null, null)) {
            return null;
        }
        return new CurrencyAmount(amount.value(), Currency.getInstance(amount.currency()));
    }

    private static boolean hasSpellableFraction(double number) {
        double fraction = Math.abs(number) - Math.floor(Math.abs(number));
        return fraction == 0 || fraction >= SMALLEST_FRACTION;
    }

    /** ICU parses {@code GMT+02:00}, but treats {@code +02:00}, {@code UTC+2} and {@code Z} as an unknown zone with offset 0. */
    private static TimeZone toIcuTimeZone(ZoneId zone) {
        ZoneId normalized = zone.normalized();
        if (normalized instanceof ZoneOffset) {
            ZoneOffset offset = (ZoneOffset) normalized;
            return TimeZone.getTimeZone(offset.getTotalSeconds() == 0 ? "Etc/UTC" : "GMT" + offset.getId());
        }
        return TimeZone.getTimeZone(zone.getId());
    }
}
