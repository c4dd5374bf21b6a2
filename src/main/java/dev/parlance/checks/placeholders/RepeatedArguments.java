package dev.parlance.checks.placeholders;

import dev.parlance.checks.Check;
import dev.parlance.checks.CheckInput;
import dev.parlance.checks.Finding;
import dev.parlance.checks.FindingType;
import dev.parlance.checks.text.ArgumentUse;
import dev.parlance.checks.text.ChoiceArgument;
import dev.parlance.checks.text.DisplayText;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Span;
import dev.parlance.rendering.ArgumentContract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A check for translations that show an argument more often than their source.
 *
 * <p>Counts what one reader sees: the same argument in two branches of a choice is shown once.
 */
public final class RepeatedArguments implements Check {

    /** The number of places that show an argument, and the last of them. */
    private record Shown(int count, Span last) {
    }

    @Override
    public String name() {
        return "repeated-arguments";
    }

    @Override
    public List<Finding> inspect(CheckInput input) {
        var found = new ArrayList<Finding>();
        for (var pair : input.pairs()) {
            var expected = mostShown(pair.source(), input.contract());
            mostShown(pair.text(), input.contract()).forEach((name, shown) -> {
                var inSource = expected.get(name);
                if (inSource != null && shown.count() > inSource.count()) {
                    found.add(FindingType.ARGUMENT_REPEATED.information(this, pair.text(), shown.last(), name));
                }
            });
        }
        return found;
    }

    private static Map<String, Shown> mostShown(ParsedPart text, ArgumentContract contract) {
        var names = new HashMap<Span, String>();
        text.uses().forEach(it -> names.put(it.span(), it.canonicalName(contract)));
        var most = new TreeMap<String, Shown>();
        for (var reading : text.variants()) {
            var counts = new TreeMap<String, Shown>();
            var shown = reading.text();
            for (int i = shown.indexOf(DisplayText.ARGUMENT); i >= 0; i = shown.indexOf(DisplayText.ARGUMENT, i + 1)) {
                var span = reading.sourceSpan(i, i + 1);
                counts.merge(names.computeIfAbsent(span, it -> pluralAround(text, it, contract)), new Shown(1, span),
                        (before, now) -> new Shown(before.count() + 1, span));
            }
            counts.forEach((name, it) -> most.merge(name, it, (before, now) -> now.count() > before.count() ? now : before));
        }
        return most;
    }

    /** Returns the argument of the innermost plural around a {@code #}; empty for an argument typed as text. */
    private static String pluralAround(ParsedPart text, Span span, ArgumentContract contract) {
        return text.choices().stream()
                .filter(it -> it.isPlural() && it.span().start() < span.start() && span.end() < it.span().end())
                .max(Comparator.comparing((ChoiceArgument it) -> it.span().start()))
                .map(it -> new ArgumentUse(it.name(), span, span).canonicalName(contract)).orElse("");
    }
}
