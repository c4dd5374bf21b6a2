package dev.parlance.checks;

import dev.parlance.checks.text.Blanks;
import dev.parlance.checks.text.Reading;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.Typed;
import java.util.ArrayList;
import java.util.List;

/**
 * French puts a blank before {@code ! ? : ;}, Canadian French before the colon only. A blank of any width will do. Where something
 * follows the mark at once, it is no punctuation: {@code 12:30}, {@code ?q=}.
 */
public final class MarkSpacing implements Check {
    private static final int LONGEST_NAME = 40;

    @Override
    public String name() {
        return "mark-spacing";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.readable()) {
            if (text.language().equals("fr")) {
                var source = subject.source(text).map(it -> it.usual().shown()).orElse("");
                look(found, text, source, text.locale().icu().getCountry().equals("CA") ? ":" : "!?:;");
            }
        }
        return found;
    }

    private void look(List<Finding> found, Typed text, String source, String marks) {
        var shown = text.usual().shown();
        for (int i = 1; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (marks.indexOf(c) >= 0 && ends(shown, i + 1) && text.usual().together(i - 1, i + 1) && carries(shown.charAt(i - 1))
                    && !text.tokens().covers(i) && !text.tokens().covers(i - 1) && !kept(shown, i, source)) {
                var span = text.usual().typed(i, i + 1);
                var blank = c == ':' ? "\u00A0" : "\u202F";
                found.add(Explanation.MARK_SPACING.warning(this, text, span, String.valueOf(c))
                        .fixedBy(new Span(span.start(), span.start()).replacedIn(text.text(), blank)));
            }
        }
    }

    /** A name in front of its colon, as the source has it: {@code pgpipe: }. */
    private static boolean kept(String shown, int mark, String source) {
        int start = mark;
        while (start > 0 && !Blanks.blank(shown.charAt(start - 1)) && mark - start < LONGEST_NAME) {
            start--;
        }
        return start < mark - 1 && source.contains(shown.substring(start, mark + 1));
    }

    private static boolean ends(String shown, int at) {
        return at == shown.length() || Blanks.blank(shown.charAt(at)) || "<)»”\"".indexOf(shown.charAt(at)) >= 0;
    }

    private static boolean carries(char before) {
        return Character.isLetterOrDigit(before) || before == Reading.SLOT || ")]»”\"’".indexOf(before) >= 0;
    }
}
