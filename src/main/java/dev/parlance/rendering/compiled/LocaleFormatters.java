package dev.parlance.rendering.compiled;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import com.ibm.icu.util.ULocale;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.text.Format;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * ICU's formatters for a locale, created as ICU's {@code MessageFormat} creates them.
 *
 * <p>There is one formatter per style, shared by all texts of the locale.
 */
public final class LocaleFormatters {
    private static final String SKELETON = "::";
    private static final char CURRENCY_SIGN = '\u00A4';

    /** Most texts use the same arguments as other texts, so these few arrays serve nearly all of them. */
    private static final int MAX_INTERNED = 1024;

    private static final Instruction[] NONE = {};

    private final ULocale locale;
    private final boolean rightToLeft;
    private final UnstyledNumberFormat unstyledNumbers;
    private final Map<String, ThreadLocalNumberFormat> skeletons = new ConcurrentHashMap<>();
    private final Map<String, Format> styles = new ConcurrentHashMap<>();
    private final Map<String, ThreadLocalNumberFormat> numbers = new ConcurrentHashMap<>();
    private final Map<String, ThreadLocalDateFormat> dates = new ConcurrentHashMap<>();
    private final Map<List<Instruction>, Instruction[]> interned = new ConcurrentHashMap<>();

    public LocaleFormatters(ULocale locale) {
        this.locale = locale;
        this.rightToLeft = locale.isRightToLeft();
        this.unstyledNumbers = new UnstyledNumberFormat(locale);
    }

    /** Shares the tables of the locale, but not the style caches. */
    private LocaleFormatters(LocaleFormatters cached) {
        this.locale = cached.locale;
        this.rightToLeft = cached.rightToLeft;
        this.unstyledNumbers = cached.unstyledNumbers;
    }

    /** Returns formatters for a single text: its styles are not added to the caches of the locale. */
    public LocaleFormatters uncached() {
        return new LocaleFormatters(this);
    }

    public ULocale locale() {
        return locale;
    }

    public boolean rightToLeft() {
        return rightToLeft;
    }

    /** Returns the instructions as an array, shared between equal lists of simple slots. Callers must not modify it. */
    Instruction[] intern(List<Instruction> instructions) {
        if (instructions.isEmpty()) {
            return NONE;
        }
        boolean internable = instructions.stream().allMatch(it ->
                it instanceof Instruction.Slot || it instanceof PluralInstruction.PluralNumber || it instanceof PrintfSlot);
        var existing = internable ? interned.get(instructions) : null;
        if (existing != null) {
            return existing;
        }
        var created = instructions.toArray(Instruction[]::new);
        if (internable && interned.size() < MAX_INTERNED) {
            interned.put(List.of(created), created);
        }
        return created;
    }

    /** Returns the format of numbers without a style. */
    public UnstyledNumberFormat unstyledNumbers() {
        return unstyledNumbers;
    }

    public PluralRules pluralRules(PluralType type) {
        return PluralRules.forLocale(locale, type);
    }

    public ThreadLocalNumberFormat skeletonFormat(String skeleton) {
        return skeletons.computeIfAbsent(skeleton,
                it -> new ThreadLocalNumberFormat(NumberFormatter.forSkeleton(it).locale(locale), locale));
    }

    private ThreadLocalNumberFormat threadLocal(DecimalFormat format) {
        return new ThreadLocalNumberFormat(format.toNumberFormatter(), locale);
    }

    /**
     * Creates the instruction for an argument with a format.
     *
     * @param type  {@code number}, {@code date}, …
     * @param style as written after the second comma, including white space; empty for none
     * @throws IllegalArgumentException if ICU does not know the type or rejects the style
     * @throws TextSyntaxException      {@code INVALID_STYLE} if a date style cannot format a date
     */
    public Instruction createSlot(String name, String type, String style) {
        var skeleton = type.equalsIgnoreCase("number") ? findSkeleton(style) : Optional.<String>empty();
        if (skeleton.isPresent()) {
            return new Instruction.NumberSlot(name, skeletonFormat(skeleton.get()));
        }
        var pattern = "{0," + type + (style.isEmpty() ? "" : "," + style) + "}";
        var format = styles.computeIfAbsent(pattern, it -> new MessageFormat(it, locale).getFormats()[0]);
        if (format instanceof DecimalFormat decimal) {
            var number = numbers.computeIfAbsent(pattern, it -> threadLocal(decimal));
            return decimal.toPattern().indexOf(CURRENCY_SIGN) >= 0 ? new Instruction.AmountSlot(name, number)
                    : new Instruction.NumberSlot(name, number);
        } else if (format instanceof NumberFormat spelled) {
            return new Instruction.SpelloutSlot(name, spelled);
        } else if (format instanceof DateFormat date) {
            return new Instruction.DateSlot(name,
                    dates.computeIfAbsent(pattern, it -> new ThreadLocalDateFormat(requireUsable(date, style))));
        }
        throw new IllegalArgumentException("unknown format: " + type);
    }

    /** Returns the skeleton after {@code ::}. ICU skips Pattern_White_Space before it, which differs from Java's white space. */
    public static Optional<String> findSkeleton(String style) {
        int start = 0;
        while (start < style.length() && UCharacter.hasBinaryProperty(style.charAt(start), UProperty.PATTERN_WHITE_SPACE)) {
            start++;
        }
        return style.startsWith(SKELETON, start) ? Optional.of(style.substring(start + SKELETON.length())) : Optional.empty();
    }

    /** ICU parses a date pattern only when it formats. Formatting here rejects an invalid pattern before it is rendered. */
    private static DateFormat requireUsable(DateFormat date, String style) {
        try {
            ((DateFormat) date.clone()).format(new Date(0));
            return date;
        } catch (IllegalArgumentException e) {
            throw new TextSyntaxException(TextSyntaxException.Reason.INVALID_STYLE, 0, style);
        }
    }
}
