package dev.parlance.formats.dialect;

import dev.parlance.formats.EcmaNumberFormat;
import dev.parlance.formats.EcmaNumberFormat.Grouping;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.LocaleNumberRules;
import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Slot;
import dev.parlance.rendering.PatternPart.StyledSlot;
import dev.parlance.rendering.syntax.TextSyntaxException;
import dev.parlance.rendering.syntax.TextSyntaxException.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parses i18next texts, with the formats that {@link I18nextTextWriter} writes. */
final class I18nextTexts {
    private static final String NESTING = "$t(";
    private static final Set<String> DATE_STYLES = Set.of("short", "medium", "long", "full");

    private final String text;
    private final LocaleTag locale;
    private final PartsBuilder parts = new PartsBuilder();
    /** There are no closing braces before this offset. */
    private int searched;

    private I18nextTexts(String text, LocaleTag locale) {
        this.text = text;
        this.locale = locale;
    }

    /** @throws TextSyntaxException if the text refers to another text, or uses a format without an equivalent */
    static ParsedPattern parse(String text, LocaleTag locale) {
        return new I18nextTexts(text, locale).parse();
    }

    private ParsedPattern parse() {
        for (int at = 0; at < text.length();) {
            if (text.startsWith(NESTING, at)) {
                throw unsupported(at);
            }
            int close = text.startsWith("{{", at) ? findClose(at + 2) : -1;
            if (close > 0) {
                parts.add(parseSlot(at, text.substring(at + 2, close)));
                at = close + 2;
            } else {
                parts.add(text.charAt(at++));
            }
        }
        return parts.build();
    }

    /** Returns the offset of the closing braces of a slot. i18next finds them on the same line only. */
    private int findClose(int start) {
        int at = Math.max(start, searched);
        while (at < text.length() && "\n\r\u2028\u2029".indexOf(text.charAt(at)) < 0) {
            if (at > start && text.startsWith("}}", at)) {
                return at;
            }
            at++;
        }
        searched = at;
        return -1;
    }

    private PatternPart parseSlot(int start, String content) {
        int comma = content.indexOf(',');
        var name = (comma < 0 ? content : content.substring(0, comma)).strip();
        name = name.startsWith("-") ? name.substring(1).strip() : name;
        if (name.isEmpty() || Placeholders.endOfName(name, 0) < name.length()) {
            throw unsupported(start);
        } else if (comma < 0) {
            return new Slot(name);
        }
        return parseFormat(name, content.substring(comma + 1).strip()).orElseThrow(() -> unsupported(start));
    }

    private Optional<PatternPart> parseFormat(String name, String format) {
        int open = format.indexOf('(');
        if (open >= 0 && !format.endsWith(")")) {
            return Optional.empty();
        }
        var options = open < 0 ? Optional.of(Map.<String, String>of()) : parseOptions(format.substring(open + 1, format.length() - 1));
        return switch (open < 0 ? format : format.substring(0, open)) {
            case "number" -> options.flatMap(this::toStyle).map(it -> new StyledSlot(name, "number", it));
            case "datetime" -> options.flatMap(it -> parseDate(name, it));
            default -> Optional.empty();
        };
    }

    private static Optional<Map<String, String>> parseOptions(String written) {
        var options = new LinkedHashMap<String, String>();
        for (var option : written.split(";")) {
            int colon = option.indexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            options.put(option.substring(0, colon).strip(), option.substring(colon + 1).strip());
        }
        return Optional.of(options);
    }

    private static Optional<PatternPart> parseDate(String name, Map<String, String> options) {
        for (var type : Set.of("date", "time")) {
            var style = options.getOrDefault(type + "Style", "");
            if (options.size() == 1 && DATE_STYLES.contains(style)) {
                return Optional.of(new StyledSlot(name, type, style));
            }
        }
        return Optional.empty();
    }

    /** Returns the ICU style that prints the same as the options; empty if an option has no equivalent. */
    private Optional<String> toStyle(Map<String, String> options) {
        var numbers = LocaleNumberRules.of(locale);
        var grouping = switch (options.getOrDefault("useGrouping", "auto")) {
            case "false" -> Optional.of(Grouping.OFF);
            case "always", "true" -> Optional.of(Grouping.ALWAYS);
            case "auto" -> Optional.of(Grouping.AUTO);
            default -> Optional.<Grouping>empty();
        };
        var minimum = digits(options.getOrDefault("minimumFractionDigits", "0"));
        var maximum = digits(options.getOrDefault("maximumFractionDigits",
                Integer.toString(Math.max(minimum.orElse(0), EcmaNumberFormat.DEFAULT_FRACTION_DIGITS))));
        boolean known = Set.of("useGrouping", "minimumFractionDigits", "maximumFractionDigits", "roundingMode", "signDisplay")
                .containsAll(options.keySet());
        if (!known || grouping.isEmpty() || minimum.isEmpty() || maximum.isEmpty() || minimum.get() > maximum.get()) {
            return Optional.empty();
        }
        return new EcmaNumberFormat(grouping.get(), minimum.get(), maximum.get(),
                options.getOrDefault("roundingMode", EcmaNumberFormat.DEFAULT_ROUNDING_MODE), options.getOrDefault("signDisplay", "auto"))
                .toStyle(numbers);
    }

    private static Optional<Integer> digits(String written) {
        return written.matches("[0-9]|1[0-9]") ? Optional.of(Integer.parseInt(written)) : Optional.empty();
    }

    private TextSyntaxException unsupported(int start) {
        return new TextSyntaxException(Reason.UNSUPPORTED_CONVERSION, start, Placeholders.excerpt(text, start));
    }
}
