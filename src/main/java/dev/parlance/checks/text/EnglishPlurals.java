package dev.parlance.checks.text;

import java.util.List;
import java.util.Locale;

/** The regular plurals of English: {@code orders}, {@code indexes}, {@code proxies}. */
public final class EnglishPlurals {

    private EnglishPlurals() {
    }

    /**
     * Returns a term and its plurals, the term first.
     *
     * <p>A term of another language gets plurals too, which its texts do not contain.
     */
    public static List<String> formsOf(String term) {
        if (term.isEmpty()) {
            return List.of(term);
        }
        return isConsonantAndY(term) ? List.of(term, term + "s", commonStart(term) + "ies")
                : isSibilantOrO(term) ? List.of(term, term + "s", term + "es") : List.of(term, term + "s");
    }

    /** Returns the longest text with which all forms of a term begin. */
    public static String commonStart(String term) {
        return isConsonantAndY(term) ? term.substring(0, term.length() - 1) : term;
    }

    private static boolean isConsonantAndY(String term) {
        var lower = term.toLowerCase(Locale.ROOT);
        return lower.matches("(?s).*[bcdfghjklmnpqrstvwxz]y");
    }

    private static boolean isSibilantOrO(String term) {
        var lower = term.toLowerCase(Locale.ROOT);
        return lower.matches("(?s).*(s|x|z|ch|sh|o)");
    }
}
