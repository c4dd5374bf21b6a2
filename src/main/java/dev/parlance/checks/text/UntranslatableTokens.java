package dev.parlance.checks.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The tokens of a text that machines read and that stay untranslated.
 *
 * <p>No rule of a language applies within them. They are found in one pass.
 */
public final class UntranslatableTokens {
    private static final int MAX_MARKUP_LENGTH = 500;
    private static final int MAX_ENTITY_LENGTH = 10;
    private static final int MAX_EMAIL_LENGTH = 254;

    public enum Kind {
        /** The text between backticks, without them. */
        CODE, URL, EMAIL,
        /** {@code UPPER_SNAKE}, {@code lower_snake}, {@code camelCase}. Excludes names such as iPhone and JavaScript. */
        IDENTIFIER,
        /** {@code &amp;}. */
        ENTITY,
        /** {@code <a href="…">}. */
        MARKUP
    }

    public record Token(Kind kind, int start, int end, String text) {
    }

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final BitSet covered = new BitSet();

    private UntranslatableTokens(String shown) {
        this.text = shown;
    }

    static UntranslatableTokens scan(String shown) {
        var tokens = new UntranslatableTokens(shown);
        for (int i = 0; i < shown.length();) {
            i = Math.max(i + 1, tokens.scanAt(i));
        }
        return tokens;
    }

    public List<Token> tokens() {
        return tokens;
    }

    public boolean covers(int index) {
        return covered.get(index);
    }

    /** Scans at an index and returns the index at which to continue. */
    private int scanAt(int i) {
        char c = text.charAt(i);
        if (c == '`') {
            return scanCode(i);
        } else if (c == '<') {
            return scanDelimited(Kind.MARKUP, i, '>', MAX_MARKUP_LENGTH);
        } else if (c == '&') {
            return scanDelimited(Kind.ENTITY, i, ';', MAX_ENTITY_LENGTH);
        } else if (isUrlStart(i)) {
            return scanUrl(i);
        }
        return CharacterClasses.isAsciiWordCharacter(c) ? scanWord(i) : i;
    }

    private int scanCode(int start) {
        int end = text.indexOf('`', start + 1);
        return end > start + 1 && end - start < MAX_MARKUP_LENGTH ? add(Kind.CODE, start + 1, end) + 1 : start;
    }

    private int scanDelimited(Kind kind, int start, char closing, int longest) {
        int limit = Math.min(text.length(), start + longest);
        char next = start + 1 < text.length() ? text.charAt(start + 1) : 0;
        if (CharacterClasses.isAsciiLetter(next) || next == '/' || next == '#') {
            for (int i = start + 1; i < limit; i++) {
                char c = text.charAt(i);
                if (c == closing) {
                    return add(kind, start, i + 1);
                } else if (kind == Kind.ENTITY && !CharacterClasses.isAsciiWordCharacter(c) && c != '#' || c == '<') {
                    return start;
                }
            }
        }
        return start;
    }

    private boolean isUrlStart(int i) {
        return text.startsWith("http://", i) || text.startsWith("https://", i) || text.startsWith("www.", i);
    }

    private int scanUrl(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) < 0x7F && "<>\"'()[]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > start && ".,;:!?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return add(Kind.URL, start, end);
    }

    private int scanWord(int start) {
        int end = start;
        boolean at = false;
        while (end < Math.min(text.length(), start + MAX_EMAIL_LENGTH)
                && (CharacterClasses.isAsciiWordCharacter(text.charAt(end)) || isAddressPunctuation(start, end))) {
            at |= text.charAt(end) == '@';
            end++;
        }
        if (at) {
            return add(Kind.EMAIL, start, end);
        }
        for (end = start; end < text.length() && CharacterClasses.isAsciiWordCharacter(text.charAt(end));) {
            end++;
        }
        boolean whole = (start == 0 || !Character.isLetter(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetter(text.charAt(end)) || CharacterClasses.isUnspacedScript(text.charAt(end)));
        return whole && isIdentifier(start, end) ? add(Kind.IDENTIFIER, start, end) : end;
    }

    /** Returns whether a dot, plus, hyphen or at sign is between two letters or digits. */
    private boolean isAddressPunctuation(int start, int i) {
        return i > start && "@.-+".indexOf(text.charAt(i)) >= 0 && CharacterClasses.isAsciiWordCharacter(text.charAt(i - 1))
                && i + 1 < text.length() && CharacterClasses.isAsciiWordCharacter(text.charAt(i + 1));
    }

    private boolean isIdentifier(int start, int end) {
        boolean lower = end - start > 2 && CharacterClasses.isAsciiLowerCase(text.charAt(start))
                && CharacterClasses.isAsciiLowerCase(text.charAt(start + 1));
        for (int i = start + 1; i < end - 1; i++) {
            if (text.charAt(i) == '_' && text.charAt(i - 1) != '_' && text.charAt(i + 1) != '_'
                    || lower && CharacterClasses.isAsciiUpperCase(text.charAt(i))
                    && !CharacterClasses.isAsciiUpperCase(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private int add(Kind kind, int start, int end) {
        tokens.add(new Token(kind, start, end, text.substring(start, end)));
        covered.set(start, end);
        return end;
    }
}
