package dev.parlance.checks;

import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.Typed;
import dev.parlance.checks.text.Use;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.Contract;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A text uses what its source uses, under the declared names and as the declared types. What one of the two parts shows, the other may
 * leave out, but that is told.
 */
public final class ArgumentsFit implements Check {

    @Override
    public String name() {
        return "arguments";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        var inEither = subject.readable().stream().flatMap(it -> uses(it, subject.contract()).keySet().stream())
                .collect(Collectors.toSet());
        for (var text : subject.readable()) {
            var missing = missing(text, subject);
            var unknown = new TreeSet<>(uses(text, subject.contract()).keySet());
            unknown.removeIf(it -> subject.contract().argument(it).isPresent());
            if (missing.size() == 1 && unknown.size() == 1
                    && fits(type(text, unknown.first()), declared(subject.contract(), missing.first()))) {
                found.add(renamed(text, subject.contract(), unknown.first(), missing.first()));
            } else {
                report(found, text, subject.contract(), unknown);
                missing.forEach(it -> found.add(inEither.contains(it)
                        ? Explanation.ARGUMENT_MISSING.warning(this, text, Span.whole(text), it)
                        : Explanation.ARGUMENT_MISSING.error(this, text, Span.whole(text), it)));
            }
            retyped(found, text, subject.contract());
        }
        return found;
    }

    /** By the names the contract gives them. */
    private static Map<String, Use> uses(Typed text, Contract contract) {
        var uses = new LinkedHashMap<String, Use>();
        text.uses().forEach(it -> uses.putIfAbsent(it.canonical(contract), it));
        return uses;
    }

    private static TreeSet<String> missing(Typed text, Subject subject) {
        var missing = new TreeSet<String>();
        subject.source(text).ifPresent(it -> missing.addAll(uses(it, subject.contract()).keySet()));
        missing.removeAll(uses(text, subject.contract()).keySet());
        return missing;
    }

    private void report(List<Finding> found, Typed text, Contract contract, Set<String> unknown) {
        unknown.forEach(it -> found.add(Explanation.ARGUMENT_UNKNOWN.error(this, text, uses(text, contract).get(it).span(), it)));
    }

    private Finding renamed(Typed text, Contract contract, String unknown, String missing) {
        var finding = Explanation.ARGUMENT_RENAMED.error(this, text, uses(text, contract).get(unknown).span(), unknown, missing);
        if (text.syntax() != Syntax.ICU) {
            return finding;
        }
        var fixed = text.text();
        for (int i = text.uses().size() - 1; i >= 0; i--) {
            var use = text.uses().get(i);
            fixed = use.name().equals(unknown) ? use.word().replacedIn(fixed, missing) : fixed;
        }
        return finding.fixedBy(fixed);
    }

    private void retyped(List<Finding> found, Typed text, Contract contract) {
        uses(text, contract).forEach((name, use) -> {
            var used = type(text, use.name());
            contract.argument(name).map(Argument::type).filter(it -> !fits(used, it)).ifPresent(it -> found.add(
                    Explanation.ARGUMENT_TYPE.error(this, text, use.span(), name, used.label(), it.label())));
        });
    }

    private static ArgumentType type(Typed text, String name) {
        return declared(text.used(), name);
    }

    private static ArgumentType declared(Contract contract, String name) {
        return contract.argument(name).map(Argument::type).orElse(ArgumentType.STRING);
    }

    /** A slot without a style takes every type. */
    private static boolean fits(ArgumentType used, ArgumentType declared) {
        return used == ArgumentType.STRING || used == declared
                || used == ArgumentType.NUMBER && declared == ArgumentType.CURRENCY;
    }
}
