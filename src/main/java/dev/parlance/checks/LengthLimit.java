package dev.parlance.checks;

import com.ibm.icu.text.BreakIterator;
import dev.parlance.checks.text.Part;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.Typed;
import dev.parlance.problems.CatalogProblem;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.Contract;
import dev.parlance.rendering.compiled.Isolation;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The message fits where it is shown, with the examples of its contract for arguments. */
public final class LengthLimit implements Check {

    @Override
    public String name() {
        return "length";
    }

    @Override
    public List<Finding> look(Subject subject) {
        if (subject.limit().isEmpty()) {
            return List.of();
        }
        int limit = subject.limit().getAsInt();
        return subject.readable().stream().filter(it -> it.part() == Part.MESSAGE).flatMap(text -> {
            int length = length(text, rendered(text, subject.contract()), limit);
            return length <= limit ? Stream.<Finding>empty()
                    : Stream.of(Explanation.TOO_LONG.error(this, text, Span.whole(text), length, limit));
        }).toList();
    }

    private static int length(Typed text, String rendered, int limit) {
        if (rendered.length() <= limit) {
            return rendered.length();
        }
        var characters = BreakIterator.getCharacterInstance(text.locale().icu());
        characters.setText(rendered);
        int length = 0;
        while (characters.next() != BreakIterator.DONE) {
            length++;
        }
        return length;
    }

    private static String rendered(Typed text, Contract contract) {
        try {
            var examples = contract.arguments().stream().collect(Collectors.toMap(Argument::name, Argument::example));
            var compiled = Typed.RENDERER.compilePassing(text.syntax(), text.text(), text.locale(), contract);
            return compiled.render(ArgumentValues.bind(contract, examples).values(), Isolation.NEVER, ZoneOffset.UTC).text();
        } catch (CatalogProblem examplesOutOfBounds) {
            // Nobody could send them: without them, each argument counts as one character.
            return text.usual().shown();
        }
    }
}
