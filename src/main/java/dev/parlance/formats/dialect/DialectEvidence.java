package dev.parlance.formats.dialect;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Counts texts by the syntax that they use. */
final class DialectEvidence {
    /** The alternatives are ordered by precedence and bounded in length, so that the search is linear. */
    private static final Pattern TOKEN = Pattern.compile(String.join("|",
            "(?<go>\\{\\{-? {0,4}\\.[\\w.]{1,64} {0,4}-?\\}\\})",
            "(?<tight>\\{\\{(?:- ?)?[\\w.]{1,64}(?:,[^{}]{1,200})?\\}\\})",
            "(?<spaced>\\{\\{ {1,4}(?:- )?[\\w.]{1,64} {0,4}(?:,[^{}]{1,200})?\\}\\})",
            "(?<nesting>\\$t\\()",
            "(?<complex>\\{\\s{0,4}[\\w.]{1,64}\\s{0,4},\\s{0,4}(?:plural|select|selectordinal)\\s{0,4},)",
            "(?<styled>\\{[0-9]{1,4},\\s{0,4}(?:number|date|time|choice))",
            "(?<foreign>[$#]\\{)",
            "(?<ruby>%\\{[\\w.]{1,64}\\}|%<\\w{1,64}>)",
            "(?<position>\\{[0-9]{1,4}\\})",
            "(?<name>\\{[A-Za-z_][\\w.-]{0,63}(?:,\\s{0,4}(?:number|date|time)[^{}]{0,64})?\\})",
            "(?<python>%\\(\\w{1,64}\\)[-#0+]{0,4}[0-9.]{0,6}[a-z])",
            "(?<escape>%%)",
            "(?<apple>%(?:[1-9]\\$)?#?@)",
            "(?<symfony>%(?!(?:hh|h|ll|l|z)?[sdiuxXfgeoc]%)[A-Za-z_][\\w.-]{1,63}%)",
            "(?<printf>%(?:[1-9][0-9]?\\$)?[-+#0,]{0,4}[0-9]{0,4}(?:\\.[0-9]{1,3})?(?:hh|h|ll|l|z|j|t)?[sdiuxXfgeoc])",
            "(?<dollar>\\$(?:1(?![0-9.,])|[A-Za-z0-9_@]{2,64}\\$))"));
    /** A brace that is not an argument in {@code MessageFormat}. */
    private static final Pattern ESCAPED_BRACES = Pattern.compile("'[{}]{1,64}'");
    private static final Pattern INTERVAL = Pattern.compile("(?:^|\\|)\\s{0,4}(?:\\{[0-9, ]{1,64}\\}|[\\[\\]][-+0-9Inf, ]{3,32}[\\[\\]])");

    /** A kind of syntax that a text may use. */
    enum Sign {
        GO, TIGHT, SPACED, NESTING, COMPLEX, STYLED, FOREIGN, RUBY, POSITION, NAME, PYTHON, ESCAPE, APPLE, SYMFONY, PRINTF, DOLLAR,
        /**
         * A text with an argument in braces and doubled, lone or quoting apostrophes. Apostrophes around escaped braces count as doubled.
         */
        DOUBLED_BESIDE_ARGUMENT, LONE_BESIDE_ARGUMENT, QUOTED_BRACE,
        /** A text with doubled or lone apostrophes but without an argument in braces. */
        DOUBLED_ALONE, LONE_ALONE,
        /** A bar in a text with a Symfony placeholder; an interval. */
        BAR, INTERVAL
    }

    private static final EnumSet<Sign> TOKENS = EnumSet.range(Sign.GO, Sign.DOLLAR);

    private final Map<Sign, Integer> texts = new EnumMap<>(Sign.class);

    void add(String text) {
        var signs = EnumSet.noneOf(Sign.class);
        boolean quotedBrace = false;
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            for (var sign : TOKENS) {
                if (matcher.group(sign.name().toLowerCase(Locale.ROOT)) != null) {
                    signs.add(sign);
                    quotedBrace |= (sign == Sign.POSITION || sign == Sign.NAME) && isQuoted(text, matcher.start());
                }
            }
        }
        boolean argument = signs.contains(Sign.POSITION) || signs.contains(Sign.NAME) || signs.contains(Sign.STYLED);
        if (quotedBrace) {
            signs.add(Sign.QUOTED_BRACE);
        }
        var withoutEscapes = text.indexOf('\'') < 0 ? text : ESCAPED_BRACES.matcher(text.replace("''", "")).replaceAll("");
        if (withoutEscapes.length() < text.length()) {
            signs.add(argument ? Sign.DOUBLED_BESIDE_ARGUMENT : Sign.DOUBLED_ALONE);
        }
        if (withoutEscapes.indexOf('\'') >= 0 && !quotedBrace) {
            signs.add(argument ? Sign.LONE_BESIDE_ARGUMENT : Sign.LONE_ALONE);
        }
        if (text.indexOf('|') >= 0) {
            if (INTERVAL.matcher(text).find()) {
                signs.add(Sign.INTERVAL);
            } else if (signs.contains(Sign.SYMFONY) || signs.contains(Sign.SPACED)) {
                signs.add(Sign.BAR);
            }
        }
        signs.forEach(it -> texts.merge(it, 1, Integer::sum));
    }

    /** Returns whether a single apostrophe precedes an offset. */
    private static boolean isQuoted(String text, int at) {
        return at > 0 && text.charAt(at - 1) == '\'' && (at < 2 || text.charAt(at - 2) != '\'');
    }

    /** Returns the number of texts with any of the signs; a text counts once per sign. */
    int count(Sign... signs) {
        int sum = 0;
        for (var sign : signs) {
            sum += texts.getOrDefault(sign, 0);
        }
        return sum;
    }

    boolean has(Sign sign) {
        return count(sign) > 0;
    }
}
