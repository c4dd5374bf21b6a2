package dev.parlance.checks.placeholders;

import dev.parlance.checks.Check;
import dev.parlance.checks.CheckInput;
import dev.parlance.checks.Finding;
import dev.parlance.checks.FindingType;
import dev.parlance.checks.text.ChoiceArgument;
import dev.parlance.checks.text.ChoiceArgument.Branch;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.TranslationPair;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A check for select keys that differ from those of the source.
 *
 * <p>The application sends the key, so a translated key never matches. If the source has several selects on the same argument, a key of any
 * of them is allowed, and a key is required only if all of them have it.
 */
public final class ChangedSelectKeys implements Check {

    @Override
    public String name() {
        return "select-keys";
    }

    @Override
    public List<Finding> inspect(CheckInput input) {
        var found = new ArrayList<Finding>();
        for (var pair : input.pairs()) {
            for (var select : pair.text().choices()) {
                var sources = select.isSelect() ? sourcesOf(pair, select, input) : List.<ChoiceArgument>of();
                if (!sources.isEmpty()) {
                    compare(found, pair.text(), select, sources, select.canonicalName(input.contract()));
                }
            }
        }
        return found;
    }

    private static List<ChoiceArgument> sourcesOf(TranslationPair pair, ChoiceArgument select, CheckInput input) {
        var name = select.canonicalName(input.contract());
        return pair.source().choices().stream().filter(it -> it.isSelect() && it.canonicalName(input.contract()).equals(name)).toList();
    }

    private void compare(List<Finding> found, ParsedPart text, ChoiceArgument select, List<ChoiceArgument> sources, String name) {
        var known = new LinkedHashSet<String>();
        sources.forEach(it -> known.addAll(keysOf(it)));
        var missing = new LinkedHashSet<>(keysOf(sources.get(0)));
        sources.forEach(it -> missing.retainAll(keysOf(it)));
        missing.removeAll(keysOf(select));
        for (var branch : select.branches()) {
            var recased = missing.stream().filter(it -> it.equalsIgnoreCase(branch.key())).findFirst();
            if (!known.contains(branch.key())) {
                found.add(recased.map(it -> recased(text, branch, name, it)).orElseGet(() ->
                        FindingType.SELECT_KEY.error(this, text, branch.keySpan(), "unknown", name, branch.key(), "")));
                recased.ifPresent(missing::remove);
            }
        }
        var start = new Span(select.span().start(), select.span().start());
        missing.forEach(it -> found.add(FindingType.SELECT_KEY.error(this, text, start, "missing", name, it, "")));
    }

    private Finding recased(ParsedPart text, Branch branch, String name, String declared) {
        return FindingType.SELECT_KEY.error(this, text, branch.keySpan(), "renamed", name, branch.key(), declared)
                .withFix(branch.keySpan().replaceIn(text.text(), declared));
    }

    private static Set<String> keysOf(ChoiceArgument select) {
        return select.branches().stream().map(Branch::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
