package dev.parlance.rendering;

import com.ibm.icu.number.NumberFormatter;
import java.util.Set;
import java.util.regex.Pattern;

/** The formats that texts may use: those whose output has a bounded length and cost. */
final class AllowedFormats {
    private static final int MAX_STYLE_LENGTH = 64;
    private static final Set<String> NUMBER_STYLES = Set.of("", "integer", "percent", "currency");
    private static final Set<String> DATE_STYLES = Set.of("", "short", "medium", "long", "full");
    /** Number skeletons that print the given value in bounded length. */
    private static final Pattern NUMBER_SKELETON = Pattern.compile("::\\s*("
            + "(group-(off|auto|min2|on-aligned|thousands)|,[_?!]|precision-integer|precision-unlimited"
            + "|precision-currency-(standard|cash)|precision-increment/[0-9]{1,9}(\\.[0-9]{1,9})?|\\.[0#]{1,20}[+*]?"
            + "|integer-width/[+#0]{1,20}|0{1,20}|percent|permille|%|currency/[A-Z]{3}|unit/[a-z][a-z-]{1,30}"
            + "|compact-(short|long)|K{1,2}|scientific|engineering|E{1,2}0"
            + "|sign-(auto|always|never|except-zero|accounting)|\\+[!?_]"
            + "|rounding-mode-(half-up|half-even|half-down|up|down|floor|ceiling)"
            + "|unit-width-(short|full-name|narrow|iso-code|hidden)|latin)(\\s+|$))+");
    private static final Pattern DECIMAL_PATTERN = Pattern.compile("[¤%‰ ]{0,2}[#,0]{1,20}(\\.[0#]{0,20})?[¤%‰ ]{0,2}");
    private static final Pattern DATE_SKELETON = Pattern.compile("::[GyYMLdEejahHkKmsSzvV]{1,24}");
    private static final Pattern DATE_PATTERN = Pattern.compile("[GyMLdEahHkKmsSzZXx' .,:/-]{1,40}");

    private static final String TYPES = "number, date, time, plural, selectordinal, select";
    private static final String NUMBERS = "integer, percent, currency, #,##0.00, ::group-off, ::.00, ::000, ::K, ::KK, ::percent, "
            + "::permille, ::currency/EUR, ::unit/kilometer, ::scientific, ::engineering, ::precision-integer, "
            + "::precision-increment/0.05, ::integer-width/+00, ::compact-short, ::compact-long, ::sign-always, "
            + "::rounding-mode-half-up, ::unit-width-full-name";
    private static final String DATES = "short, medium, long, full, ::yMMMd, yyyy-MM-dd HH:mm";

    private AllowedFormats() {
    }

    static boolean isAllowed(String type, String style) {
        return style.length() <= MAX_STYLE_LENGTH && switch (type) {
            case "number" -> NUMBER_STYLES.contains(style) || isAllowedSkeleton(style) || DECIMAL_PATTERN.matcher(style).matches();
            case "date", "time" -> DATE_STYLES.contains(style) || DATE_SKELETON.matcher(style).matches()
                    || DATE_PATTERN.matcher(style).matches();
            default -> false;
        };
    }

    /** Returns examples of what is allowed instead: styles of the type, or the types if the type itself is not allowed. */
    static String examples(String type) {
        return switch (type) {
            case "number" -> NUMBERS;
            case "date", "time" -> DATES;
            default -> TYPES;
        };
    }

    /** Returns the format as the problem shows it. */
    static String describe(String type, String style) {
        var shown = style.isEmpty() ? type : type + ", " + style;
        return shown.substring(0, Math.min(MAX_STYLE_LENGTH, shown.length()));
    }

    private static boolean isAllowedSkeleton(String style) {
        if (!NUMBER_SKELETON.matcher(style).matches()) {
            return false;
        }
        try {
            NumberFormatter.forSkeleton(style.substring(2));
            return true;
        } catch (IllegalArgumentException e) { // for example two units, or a unit that CLDR does not have
            return false;
        }
    }
}
