package dev.parlance.checks.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What in a text is for machines, so that nobody translates it and no rule of a language holds in it. Found in one pass. */
public final class Tokens {
    private static final int LONGEST_MARKUP = 500;
    private static final int LONGEST_ENTITY = 10;
    private static final int LONGEST_EMAIL = 254;

    public enum Kind {
        /** Between backticks, without them. */
        CODE, URL, EMAIL,
        /** {@code UPPER_SNAKE}, {@code lower_snake}, {@code camelCase}. Names like iPhone and JavaScript are none. */
        IDENTIFIER,
        /** {@code &amp;}. */
        ENTITY,
        /** {@code <a href="…">}. */
        MARKUP
    }

    public record Token(Kind kind, int start, int end, String text) {
    }

    private final String shown;
    private final List<Token> found = new ArrayList<>();
    private final BitSet covered = new BitSet();

    private Tokens(String shown) {
        this.shown = shown;
    }

    static Tokens of(String shown) {
        var tokens = new Tokens(shown);
        for (int i = 0; i < shown.length();) {
            i = Math.max(i + 1, tokens.at(i));
        }
        return tokens;
    }

    public List<Token> found() {
        return found;
    }

    public boolean covers(int index) {
        return covered.get(index);
    }

    /** Where to go on. */
    private int at(int i) {
        char c = shown.charAt(i);
        if (c == '`') {
            return code(i);
        } else if (c == '<') {
            return closed(Kind.MARKUP, i, '>', LONGEST_MARKUP);
        } else if (c == '&') {
            return closed(Kind.ENTITY, i, ';', LONGEST_ENTITY);
        } else if (url(i)) {
            return address(i);
        }
        return Letters.asciiWord(c) ? word(i) : i;
    }

    private int code(int start) {
        int end = shown.indexOf('`', start + 1);
        return end > start + 1 && end - start < LONGEST_MARKUP ? add(Kind.CODE, start + 1, end) + 1 : start;
    }

    private int closed(Kind kind, int start, char closing, int longest) {
        int limit = Math.min(shown.length(), start + longest);
        char next = start + 1 < shown.length() ? shown.charAt(start + 1) : 0;
        if (Letters.ascii(next) || next == '/' || next == '#') {
            for (int i = start + 1; i < limit; i++) {
                char c = shown.charAt(i);
                if (c == closing) {
                    return add(kind, start, i + 1);
                } else if (kind == Kind.ENTITY && !Letters.asciiWord(c) && c != '#' || c == '<') {
                    return start;
                }
            }
        }
        return start;
    }

    private boolean url(int i) {
        return shown.startsWith("http://", i) || shown.startsWith("https://", i) || shown.startsWith("www.", i);
    }

    private int address(int start) {
        int end = start;
        while (end < shown.length() && shown.charAt(end) > ' ' && shown.charAt(end) < 0x7F && "<>\"'()[]".indexOf(shown.charAt(end)) < 0) {
            end++;
        }
        while (end > start && ".,;:!?".indexOf(shown.charAt(end - 1)) >= 0) {
            end--;
        }
        return add(Kind.URL, start, end);
    }

    private int word(int start) {
        int end = start;
        boolean at = false;
        while (end < Math.min(shown.length(), start + LONGEST_EMAIL) && (Letters.asciiWord(shown.charAt(end)) || inAddress(start, end))) {
            at |= shown.charAt(end) == '@';
            end++;
        }
        if (at) {
            return add(Kind.EMAIL, start, end);
        }
        for (end = start; end < shown.length() && Letters.asciiWord(shown.charAt(end));) {
            end++;
        }
        boolean whole = (start == 0 || !Character.isLetter(shown.charAt(start - 1)))
                && (end == shown.length() || !Character.isLetter(shown.charAt(end)) || Letters.withoutBlanks(shown.charAt(end)));
        return whole && identifier(start, end) ? add(Kind.IDENTIFIER, start, end) : end;
    }

    /** A dot, plus, hyphen or at between two letters or digits. */
    private boolean inAddress(int start, int i) {
        return i > start && "@.-+".indexOf(shown.charAt(i)) >= 0 && Letters.asciiWord(shown.charAt(i - 1))
                && i + 1 < shown.length() && Letters.asciiWord(shown.charAt(i + 1));
    }

    private boolean identifier(int start, int end) {
        boolean lower = end - start > 2 && Letters.lower(shown.charAt(start)) && Letters.lower(shown.charAt(start + 1));
        for (int i = start + 1; i < end - 1; i++) {
            if (shown.charAt(i) == '_' && shown.charAt(i - 1) != '_' && shown.charAt(i + 1) != '_'
                    || lower && Letters.upper(shown.charAt(i)) && !Letters.upper(shown.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private int add(Kind kind, int start, int end) {
        found.add(new Token(kind, start, end, shown.substring(start, end)));
        covered.set(start, end);
        return end;
    }
}
