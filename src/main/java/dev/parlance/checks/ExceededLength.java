package dev.parlance.checks;

import com.ibm.icu.text.BreakIterator;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.TextPart;
import dev.parlance.problems.ProblemException;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.compiled.BidiIsolation;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A check for messages that are longer than their place allows.
 *
 * <p>Arguments are rendered with the examples of the contract. The length is counted in grapheme clusters.
 */
public final class ExceededLength implements Check {

    @Override
    public String name() {
        return "length";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        if (subject.maxLength().isEmpty()) {
            return List.of();
        }
        int limit = subject.maxLength().getAsInt();
        return subject.parsedParts().stream().filter(it -> it.part() == TextPart.MESSAGE).flatMap(text -> {
            int length = length(text, renderExample(text, subject.contract()), limit);
            return length <= limit ? Stream.<Finding>empty()
                    : Stream.of(FindingType.TOO_LONG.error(this, text, Span.of(text), length, limit));
        }).toList();
    }

    private static int length(ParsedPart text, String rendered, int limit) {
        if (rendered.length() <= limit) {
            return rendered.length();
        }
        var characters = BreakIterator.getCharacterInstance(text.locale().toULocale());
        characters.setText(rendered);
        int length = 0;
        while (characters.next() != BreakIterator.DONE) {
            length++;
        }
        return length;
    }

    private static String renderExample(ParsedPart text, ArgumentContract contract) {
        try {
            var examples = contract.arguments().stream().collect(Collectors.toMap(Argument::name, Argument::example));
            var compiled = ParsedPart.RENDERER.compileUncached(text.syntax(), text.text(), text.locale(), contract);
            return compiled.render(ArgumentValues.bind(contract, examples).values(), BidiIsolation.NEVER, ZoneOffset.UTC).text();
        } catch (ProblemException examplesOutOfBounds) {
            // No client could send such values. Without examples, each argument counts as one character.
            return text.defaultVariant().text();
        }
    }
}
