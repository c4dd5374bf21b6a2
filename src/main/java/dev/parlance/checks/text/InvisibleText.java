package dev.parlance.checks.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.Set;

/** Invisible characters, and the contexts in which scripts need them. */
public final class InvisibleText {
    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int WORD_JOINER = 0x2060;
    private static final int SOFT_HYPHEN = 0xAD;
    private static final int GRAPHEME_JOINER = 0x34F;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;
    private static final int BLACK_FLAG = 0x1F3F4;
    /** Scripts without spaces between words, in which zero-width spaces mark possible line breaks. */
    private static final Set<Character.UnicodeScript> UNSPACED = Set.of(Character.UnicodeScript.THAI, Character.UnicodeScript.LAO,
            Character.UnicodeScript.KHMER, Character.UnicodeScript.MYANMAR, Character.UnicodeScript.TIBETAN,
            Character.UnicodeScript.JAVANESE, Character.UnicodeScript.BALINESE, Character.UnicodeScript.TAI_THAM,
            Character.UnicodeScript.NEW_TAI_LUE, Character.UnicodeScript.HAN, Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA);

    private InvisibleText() {
    }

    /** Returns whether a character is invisible: one of Unicode's default ignorable code points. */
    public static boolean isInvisible(int c) {
        return c >= 0x80 && UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    /** Returns whether an invisible character has a function at its place in a text. */
    public static boolean isNeeded(String text, int at) {
        int c = text.codePointAt(at);
        int before = at == 0 ? -1 : text.codePointBefore(at);
        int end = at + Character.charCount(c);
        int after = end < text.length() ? text.codePointAt(end) : -1;
        return switch (c) {
            case SOFT_HYPHEN -> true;
            case ZERO_WIDTH_SPACE -> isUnspaced(before) || isUnspaced(after);
            case NON_JOINER -> isCursiveOrIndic(before) || isCursiveOrIndic(after);
            case JOINER -> isCursiveOrIndic(before) || isCursiveOrIndic(after) || isEmojiPart(before) && isEmojiPart(after);
            case WORD_JOINER -> !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after));
            case GRAPHEME_JOINER -> before >= 0 && Character.getType(before) == Character.NON_SPACING_MARK;
            default -> isDirection(c) || isVariationSelector(c) && before >= 0x80
                    || isVariationSelector(c) && before >= 0 && "#*0123456789".indexOf(before) >= 0
                    || isMongolianControl(c) || c >= FIRST_TAG && c <= LAST_TAG && isInFlag(text, at);
        };
    }

    /** Returns whether a character is a direction mark, embedding or isolate. Whether they are paired is checked elsewhere. */
    private static boolean isDirection(int c) {
        return c == 0x200E || c == 0x200F || c == 0x61C || c >= 0x202A && c <= 0x202C || c >= 0x2066 && c <= 0x2069;
    }

    private static boolean isVariationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    private static boolean isMongolianControl(int c) {
        return c >= 0x180B && c <= 0x180F;
    }

    private static boolean isUnspaced(int c) {
        return c >= 0x80 && UNSPACED.contains(Character.UnicodeScript.of(c));
    }

    private static boolean isCursiveOrIndic(int c) {
        if (c < 0x300 || !Character.isLetter(c) && Character.getType(c) != Character.NON_SPACING_MARK
                && Character.getType(c) != Character.COMBINING_SPACING_MARK) {
            return false;
        }
        int joining = UCharacter.getIntPropertyValue(c, UProperty.JOINING_TYPE);
        return joining != UCharacter.JoiningType.NON_JOINING && joining != UCharacter.JoiningType.TRANSPARENT
                || UCharacter.getIntPropertyValue(c, UProperty.INDIC_SYLLABIC_CATEGORY) != UCharacter.IndicSyllabicCategory.OTHER
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
    }

    private static boolean isEmojiPart(int c) {
        return c == 0xFE0F || c >= 0x80 && (UCharacter.hasBinaryProperty(c, UProperty.EMOJI)
                || UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC));
    }

    /** Returns whether the tags before a tag follow a black flag, as in the flag of Scotland. */
    private static boolean isInFlag(String text, int at) {
        int i = at;
        while (i > 0 && text.codePointBefore(i) >= FIRST_TAG && text.codePointBefore(i) <= LAST_TAG) {
            i -= 2;
        }
        return i > 0 && text.codePointBefore(i) == BLACK_FLAG;
    }
}
