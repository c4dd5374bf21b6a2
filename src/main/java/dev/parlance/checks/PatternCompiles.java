package dev.parlance.checks;

import com.ibm.icu.text.MessagePattern;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.Typed;
import dev.parlance.problems.CatalogProblem;
import dev.parlance.problems.Refusal;
import dev.parlance.rendering.PatternGate;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;

/** A text follows its syntax, and stays within the bounds of the gate. */
public final class PatternCompiles implements Check {

    @Override
    public String name() {
        return "pattern";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.parts()) {
            text.refusal().ifPresent(it -> found.add(finding(text, it)));
        }
        return found;
    }

    private Finding finding(Typed text, CatalogProblem problem) {
        var arguments = problem.arguments();
        int offset = Math.min(text.text().length(), offset(problem));
        var span = new Span(offset, text.text().length());
        if (problem.refusal() == Refusal.PATTERN_TOO_COMPLEX) {
            return Explanation.PATTERN_TOO_COMPLEX.error(this, text, span, arguments.get("aspect"), arguments.get("limit"));
        } else if (problem.refusal() == Refusal.TOO_LONG) {
            return Explanation.PATTERN_TOO_COMPLEX.error(this, text, span, "length", PatternGate.LONGEST_TEXT);
        } else if (problem.refusal() == Refusal.FORMATTER_NOT_ALLOWED) {
            return Explanation.PATTERN_FORMAT.error(this, text, span, arguments.get("formatter"));
        } else if (problem.refusal() == Refusal.UNSUPPORTED_CONVERSION) {
            return Explanation.PATTERN_CONVERSION.error(this, text, span, arguments.get("conversion"));
        }
        return withoutOther(text)
                ? Explanation.PATTERN_OTHER.error(this, text, span)
                : Explanation.PATTERN_INVALID.error(this, text, span, offset + 1);
    }

    private static int offset(CatalogProblem problem) {
        var offset = problem.arguments().getOrDefault("offset", problem.members().getOrDefault("offset", 0));
        return offset instanceof Integer number ? number : 0;
    }

    /** The most frequent of all mistakes; ICU tells it in its message only, and only from the first fault it meets. */
    private static boolean withoutOther(Typed text) {
        if (text.syntax() != Syntax.ICU) {
            return false;
        }
        try {
            new MessagePattern(text.text());
            return false;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return String.valueOf(e.getMessage()).startsWith("Missing 'other'");
        }
    }
}
