package dev.parlance.checks;

import dev.parlance.checks.text.Letters;
import dev.parlance.checks.text.Reading;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.Typed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Nothing unseen that does harm: control characters, overrides of the direction, isolates and embeddings that are not closed and so
 * reach beyond the text, and zero-width characters within what machines read. Joiners within words are how some languages
 * are written, and soft hyphens how long words are.
 */
public final class InvisibleCharacters implements Check {
    private static final char POP_EMBEDDING = '\u202C';
    private static final char POP_ISOLATE = '\u2069';

    @Override
    public String name() {
        return "invisible-characters";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.readable()) {
            controls(found, text);
            text.all().forEach(it -> balance(found, text, it));
        }
        return found;
    }

    private void controls(List<Finding> found, Typed text) {
        var typed = text.text();
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            var span = new Span(i, i + 1);
            if (Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0 || c == '\uFFFD' || c == '\u202D' || c == '\u202E') {
                found.add(Explanation.INVISIBLE_CHARACTER.warning(this, text, span, code(c)));
            } else if (zeroWidth(c) && i > 0 && Letters.asciiWord(typed.charAt(i - 1))
                    && i + 1 < typed.length() && Letters.asciiWord(typed.charAt(i + 1))) {
                found.add(Explanation.INVISIBLE_CHARACTER.warning(this, text, span, code(c)).fixedBy(span.replacedIn(typed, "")));
            }
        }
    }

    private void balance(List<Finding> found, Typed text, Reading reading) {
        var shown = reading.shown();
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c >= '\u202A' && c <= '\u202E' && c != POP_EMBEDDING || c >= '\u2066' && c <= '\u2068') {
                open.push(i);
            } else if (c == POP_EMBEDDING || c == POP_ISOLATE) {
                if (open.isEmpty() || isolate(shown.charAt(open.peek())) != (c == POP_ISOLATE)) {
                    open.push(i);
                    break;
                }
                open.pop();
            }
        }
        if (!open.isEmpty()) {
            int at = open.peek();
            found.add(Explanation.BIDI_UNBALANCED.error(this, text, reading.typed(at, at + 1), code(shown.charAt(at))));
        }
    }

    private static boolean isolate(char c) {
        return c >= '\u2066';
    }

    private static boolean zeroWidth(char c) {
        return c >= '\u200B' && c <= '\u200F' || c == '\u2060' || c == '\uFEFF';
    }

    private static String code(char c) {
        return String.format(Locale.ROOT, "U+%04X", (int) c);
    }
}
