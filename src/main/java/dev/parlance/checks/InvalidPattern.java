package dev.parlance.checks;

import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Span;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.PatternValidator;
import java.util.ArrayList;
import java.util.List;

/** A check for texts that break their syntax or exceed the limits of {@link PatternValidator}. */
public final class InvalidPattern implements Check {

    @Override
    public String name() {
        return "pattern";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        for (var text : subject.parts()) {
            text.problem().ifPresent(it -> found.add(finding(text, it)));
        }
        return found;
    }

    private Finding finding(ParsedPart text, ProblemException problem) {
        var arguments = problem.arguments();
        int offset = Math.min(text.text().length(), offsetOf(problem));
        var span = new Span(offset, text.text().length());
        if (problem.type() == ProblemType.PATTERN_TOO_COMPLEX) {
            return FindingType.PATTERN_TOO_COMPLEX.error(this, text, span, arguments.get("aspect"), arguments.get("limit"));
        } else if (problem.type() == ProblemType.TOO_LONG) {
            return FindingType.PATTERN_TOO_COMPLEX.error(this, text, span, "length", PatternValidator.MAX_TEXT_LENGTH);
        } else if (problem.type() == ProblemType.FORMATTER_NOT_ALLOWED) {
            return FindingType.PATTERN_FORMAT.error(this, text, span, arguments.get("formatter"));
        } else if (problem.type() == ProblemType.UNSUPPORTED_CONVERSION) {
            return FindingType.PATTERN_CONVERSION.error(this, text, span, arguments.get("conversion"));
        }
        var line = arguments.get("line");
        var column = arguments.get("column");
        return "branch".equals(arguments.get("fault"))
                ? FindingType.PATTERN_OTHER.error(this, text, span, arguments.get("argument"), line, column)
                : FindingType.PATTERN_INVALID.error(this, text, span, arguments.get("fault"), line, column);
    }

    private static int offsetOf(ProblemException problem) {
        var offset = problem.arguments().getOrDefault("offset", problem.members().getOrDefault("offset", 0));
        return offset instanceof Integer number ? number : 0;
    }
}
