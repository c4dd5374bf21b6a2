package dev.parlance.checks;

import dev.parlance.checks.text.DisplayText;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.Whitespace;
import java.util.ArrayList;
import java.util.List;

/**
 * A check for French punctuation marks without the space before them.
 *
 * <p>French puts a space before {@code ! ? : ;}, Canadian French before the colon only. A space of any width is accepted. A mark
 * that text follows directly is not punctuation: {@code 12:30}, {@code ?q=}.
 */
public final class MissingPunctuationSpace implements Check {
    private static final int MAX_NAME_LENGTH = 40;

    @Override
    public String name() {
        return "mark-spacing";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.parsedParts()) {
            if (text.language().equals("fr")) {
                var source = subject.source(text).map(it -> it.defaultVariant().text()).orElse("");
                inspect(found, text, source, text.locale().toULocale().getCountry().equals("CA") ? ":" : "!?:;");
            }
        }
        return found;
    }

    private void inspect(List<Finding> found, ParsedPart text, String source, String marks) {
        var shown = text.defaultVariant().text();
        for (int i = 1; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (marks.indexOf(c) >= 0 && isFollowedByBoundary(shown, i + 1) && text.defaultVariant().isContiguous(i - 1, i + 1)
                    && acceptsPunctuation(shown.charAt(i - 1))
                    && !text.tokens().covers(i) && !text.tokens().covers(i - 1) && !isNameFromSource(shown, i, source)) {
                var span = text.defaultVariant().sourceSpan(i, i + 1);
                var blank = c == ':' ? "\u00A0" : "\u202F";
                found.add(FindingType.MARK_SPACING.warning(this, text, span, String.valueOf(c))
                        .withFix(new Span(span.start(), span.start()).replaceIn(text.text(), blank)));
            }
        }
    }

    /** Accepts a name and its colon that the source has as well: {@code pgpipe: }. */
    private static boolean isNameFromSource(String shown, int mark, String source) {
        int start = mark;
        while (start > 0 && !Whitespace.isWhitespace(shown.charAt(start - 1)) && mark - start < MAX_NAME_LENGTH) {
            start--;
        }
        return start < mark - 1 && source.contains(shown.substring(start, mark + 1));
    }

    private static boolean isFollowedByBoundary(String shown, int at) {
        return at == shown.length() || Whitespace.isWhitespace(shown.charAt(at)) || "<)»”\"".indexOf(shown.charAt(at)) >= 0;
    }

    private static boolean acceptsPunctuation(char before) {
        return Character.isLetterOrDigit(before) || before == DisplayText.ARGUMENT || ")]»”\"’".indexOf(before) >= 0;
    }
}
