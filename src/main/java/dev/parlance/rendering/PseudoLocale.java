package dev.parlance.rendering;

import dev.parlance.locales.LocaleTag;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Pseudo-locales, generated on demand from the source texts. Two follow Android's convention.
 *
 * <p>They expose defects of an app: plain English on a screen is hard-coded, truncated text has too little space, and text that
 * runs in the wrong direction shows a layout that does not support Arabic. The third one shows which message a text belongs to.
 */
public enum PseudoLocale {
    /**
     * Accented letters in brackets, arguments between »«.
     *
     * <p>Padding adds half the length for up to three words, the full length for more.
     */
    ACCENTED("en-XA", "»", "«") {
        @Override
        String transform(String text) {
            return text.codePoints().mapToObj(PseudoLocale::accented).collect(Collectors.joining());
        }

        @Override
        String wrap(String message, String literals, String place) {
            long words = Arrays.stream(literals.split("\\s+")).filter(it -> it.codePoints().anyMatch(Character::isLetter)).count();
            int length = words > SHORT_TEXT_WORDS ? literals.length() : literals.length() / 2;
            return "[" + message + (literals.isEmpty() ? "" : " " + padding(length)) + "]";
        }
    },
    /** Each word forced to run from right to left by directional control characters. */
    MIRRORED("ar-XB", "", "") {
        @Override
        String transform(String text) {
            return WORD.matcher(text).replaceAll("\u200F\u202E$0\u202C\u200F");
        }

        @Override
        String wrap(String message, String literals, String place) {
            return message;
        }
    },
    /** The source text after the catalog and the key of the message. An empty text stays empty. */
    LABELLED("en-XK", "", "") {
        @Override
        String transform(String text) {
            return text;
        }

        @Override
        String wrap(String message, String literals, String place) {
            return message.isEmpty() ? message : PatternText.quote("[" + place + "] ") + message;
        }
    };

    private static final Map<LocaleTag, PseudoLocale> BY_TAG = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(PseudoLocale::tag, it -> it));
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final int SHORT_TEXT_WORDS = 3;
    private static final String PADDING = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            + "fifteen sixteen seventeen eighteen nineteen twenty";
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ACCENTS = "åɓçðéƒĝĥîĵķļḿñöþʠŕšţûVŵχýžÅβÇÐÉƑĜĤÎĴĶĻḾÑÖÞǪŔŠŢÛνŴ×ÝŽ";

    private final LocaleTag tag;
    final String argumentPrefix;
    final String argumentSuffix;

    PseudoLocale(String tag, String before, String after) {
        this.tag = new LocaleTag(tag);
        this.argumentPrefix = before;
        this.argumentSuffix = after;
    }

    public LocaleTag tag() {
        return tag;
    }

    /** Returns the pseudo-locale with the tag, if it is one. */
    public static Optional<PseudoLocale> find(LocaleTag tag) {
        return Optional.ofNullable(BY_TAG.get(tag));
    }

    /**
     * Returns the pattern with its literals transformed. Arguments, branches and styles are unchanged.
     *
     * @param place the name of the message for a reader, such as {@code shop/sold-out}
     */
    public PatternText apply(PatternText pattern, String place) {
        return new PatternText(new PseudoPatternWriter(this, pattern.pattern()).write(place));
    }

    abstract String transform(String text);

    /**
     * @param literals the text that a reader would see, untransformed
     * @param place    the name of the message
     */
    abstract String wrap(String message, String literals, String place);

    private static String accented(int letter) {
        int index = PLAIN.indexOf(letter);
        return index < 0 ? Character.toString(letter) : ACCENTS.substring(index, index + 1);
    }

    /** Returns whole words with at least the given length. */
    private static String padding(int length) {
        var words = new StringBuilder(PADDING);
        while (words.length() <= length) {
            words.append(' ').append(PADDING);
        }
        int end = words.indexOf(" ", length + 1);
        return words.substring(0, end < 0 ? words.length() : end);
    }
}
