package dev.parlance.checks;

import dev.parlance.checks.text.CharacterClasses;
import dev.parlance.checks.text.DisplayText;
import dev.parlance.checks.text.InvisibleText;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A check for invisible characters that do harm.
 *
 * <p>Reports control characters, overrides of the text direction, characters without a glyph, and unclosed isolates and embeddings, which
 * affect the text after them. Accepts soft hyphens, and characters that a script needs in their context: joiners in Persian, in Indic
 * scripts and in emoji, and zero-width spaces in scripts that do not separate words.
 */
public final class InvisibleCharacters implements Check {
    private static final char POP_EMBEDDING = '\u202C';
    private static final char SOFT_HYPHEN = '\u00AD';
    private static final char POP_ISOLATE = '\u2069';

    @Override
    public String name() {
        return "invisible-characters";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.parsedParts()) {
            findControlCharacters(found, text);
            text.variants().forEach(it -> findUnbalancedBidi(found, text, it));
        }
        return found;
    }

    private void findControlCharacters(List<Finding> found, ParsedPart text) {
        var typed = text.text();
        for (int i = 0; i < typed.length();) {
            int c = typed.codePointAt(i);
            var span = new Span(i, i + Character.charCount(c));
            if (Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0 || c == '\uFFFD' || c == '\u202D' || c == '\u202E') {
                found.add(FindingType.INVISIBLE_CHARACTER.warning(this, text, span, codePointLabel(c)));
            } else if (InvisibleText.isInvisible(c)
                    && (!InvisibleText.isNeeded(typed, i) || c != SOFT_HYPHEN && isInAsciiWord(typed, span))) {
                found.add(FindingType.INVISIBLE_CHARACTER.warning(this, text, span, codePointLabel(c)).withFix(span.replaceIn(typed, "")));
            }
            i = span.end();
        }
    }

    private void findUnbalancedBidi(List<Finding> found, ParsedPart text, DisplayText reading) {
        var shown = reading.text();
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c >= '\u202A' && c <= '\u202E' && c != POP_EMBEDDING || c >= '\u2066' && c <= '\u2068') {
                open.push(i);
            } else if (c == POP_EMBEDDING || c == POP_ISOLATE) {
                if (open.isEmpty() || isIsolate(shown.charAt(open.peek())) != (c == POP_ISOLATE)) {
                    open.push(i);
                    break;
                }
                open.pop();
            }
        }
        if (!open.isEmpty()) {
            int at = open.peek();
            found.add(FindingType.BIDI_UNBALANCED.error(this, text, reading.sourceSpan(at, at + 1), codePointLabel(shown.charAt(at))));
        }
    }

    private static boolean isIsolate(char c) {
        return c >= '\u2066';
    }

    private static boolean isInAsciiWord(String typed, Span span) {
        return span.start() > 0 && CharacterClasses.isAsciiWordCharacter(typed.charAt(span.start() - 1))
                && span.end() < typed.length() && CharacterClasses.isAsciiWordCharacter(typed.charAt(span.end()));
    }

    private static String codePointLabel(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }
}
