package dev.parlance.locales;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/**
 * The folding of texts for a search that ignores case, accents, width and invisible characters, by the same rules in all languages.
 *
 * <p>Uses NFKC_Casefold, removes accents and the vowel points of Arabic and Hebrew, and treats the dotless ı as i. So the
 * identifier {@code LIMIT} is found whatever the language of the texts, and accents may be left out. Marks that make another letter in
 * their script are kept, such as the vowels of Indic scripts and the voiced sounds of kana.
 */
public final class AccentFolding {
    private static final Normalizer2 CASE = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSITION = Normalizer2.getNFDInstance();
    private static final Normalizer2 COMPOSITION = Normalizer2.getNFCInstance();
    private static final char DOTLESS_I = 'ı';
    /** Stands for a character that must be folded together with its neighbours, or to several characters. */
    private static final char IRREGULAR = 0;

    private AccentFolding() {
    }

    /** The folded form of each character of the Basic Multilingual Plane, created on first use. */
    private static final class Characters {
        static final char[] FOLDED = new char[Character.MAX_VALUE + 1];

        static {
            for (int it = 1; it < FOLDED.length; it++) {
                FOLDED[it] = Character.isSurrogate((char) it) || !CASE.hasBoundaryBefore(it) ? IRREGULAR : foldAlone((char) it);
            }
        }

        private static char foldAlone(char character) {
            var folded = foldWithNeighbours(String.valueOf(character));
            return folded.length() == 1 && COMPOSITION.hasBoundaryBefore(folded.charAt(0)) ? folded.charAt(0) : IRREGULAR;
        }
    }

    /** Returns the folded text. */
    public static String fold(String text) {
        var folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            char it = Characters.FOLDED[text.charAt(i)];
            if (it == IRREGULAR) {
                return foldWithNeighbours(text);
            }
            folded[i] = it;
        }
        return new String(folded);
    }

    static String foldWithNeighbours(String text) {
        var decomposed = DECOMPOSITION.normalize(CASE.normalize(text));
        var folded = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(it -> !isAccent(it)).forEach(it -> folded.appendCodePoint(it == DOTLESS_I ? 'i' : it));
        return COMPOSITION.normalize(folded);
    }

    private static boolean isAccent(int codePoint) {
        if (codePoint < 0x300 || UCharacter.getType(codePoint) != UCharacter.NON_SPACING_MARK) {
            return false;
        }
        return switch (UCharacter.UnicodeBlock.of(codePoint).getID()) {
            case UCharacter.UnicodeBlock.COMBINING_DIACRITICAL_MARKS_ID, UCharacter.UnicodeBlock.COMBINING_DIACRITICAL_MARKS_EXTENDED_ID,
                    UCharacter.UnicodeBlock.COMBINING_DIACRITICAL_MARKS_SUPPLEMENT_ID, UCharacter.UnicodeBlock.COMBINING_HALF_MARKS_ID,
                    UCharacter.UnicodeBlock.HEBREW_ID, UCharacter.UnicodeBlock.ARABIC_ID -> true;
            default -> false;
        };
    }
}
