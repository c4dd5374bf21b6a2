package dev.parlance.rest.table;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * The number of columns that a text takes in a terminal, as {@code wcwidth} of glibc counts them.
 *
 * <p>Wide and full-width characters take two columns (Unicode Standard Annex 11). Nonspacing marks, format characters and the vowels and
 * final consonants of decomposed Hangul take none. Ambiguous characters take one, as they do outside East Asian locales.
 */
final class DisplayWidth {
    private static final int FIRST_JAMO_VOWEL = 0x1160;
    private static final int LAST_JAMO_FINAL = 0x11FF;

    private DisplayWidth() {
    }

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        return switch (UCharacter.getType(codePoint)) {
            case UCharacter.NON_SPACING_MARK, UCharacter.ENCLOSING_MARK, UCharacter.FORMAT -> 0;
            default -> codePoint >= FIRST_JAMO_VOWEL && codePoint <= LAST_JAMO_FINAL ? 0 : isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
        return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
    }
}
