package dev.parlance.checks;

import dev.parlance.checks.text.ArgumentUse;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Span;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A check for arguments that a text omits, adds, renames or uses with another type.
 *
 * <p>Compares a text with its source and with the declared contract. A missing argument is an error, but only a warning if the
 * other part of the text shows it.
 */
public final class ArgumentMismatches implements Check {

    @Override
    public String name() {
        return "arguments";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        var inEither = subject.parsedParts().stream().flatMap(it -> usesByName(it, subject.contract()).keySet().stream())
                .collect(Collectors.toSet());
        for (var text : subject.parsedParts()) {
            var missing = missingArguments(text, subject);
            var unknown = new TreeSet<>(usesByName(text, subject.contract()).keySet());
            unknown.removeIf(it -> subject.contract().findArgument(it).isPresent());
            if (missing.size() == 1 && unknown.size() == 1
                    && accepts(usedType(text, unknown.first()), declaredType(subject.contract(), missing.first()))) {
                found.add(renamedArgument(text, subject.contract(), unknown.first(), missing.first()));
            } else {
                reportUnknown(found, text, subject.contract(), unknown);
                missing.forEach(it -> found.add(inEither.contains(it)
                        ? FindingType.ARGUMENT_MISSING.warning(this, text, Span.of(text), it)
                        : FindingType.ARGUMENT_MISSING.error(this, text, Span.of(text), it)));
            }
            reportTypeMismatches(found, text, subject.contract());
        }
        return found;
    }

    /** Keyed by the declared names, so that a position and a name of one argument are the same. */
    private static Map<String, ArgumentUse> usesByName(ParsedPart text, ArgumentContract contract) {
        var uses = new LinkedHashMap<String, ArgumentUse>();
        text.uses().forEach(it -> uses.putIfAbsent(it.canonicalName(contract), it));
        return uses;
    }

    private static TreeSet<String> missingArguments(ParsedPart text, CheckInput subject) {
        var missing = new TreeSet<String>();
        subject.source(text).ifPresent(it -> missing.addAll(usesByName(it, subject.contract()).keySet()));
        missing.removeAll(usesByName(text, subject.contract()).keySet());
        return missing;
    }

    private void reportUnknown(List<Finding> found, ParsedPart text, ArgumentContract contract, Set<String> unknown) {
        unknown.forEach(it -> found.add(FindingType.ARGUMENT_UNKNOWN.error(this, text, usesByName(text, contract).get(it).span(), it)));
    }

    private Finding renamedArgument(ParsedPart text, ArgumentContract contract, String unknown, String missing) {
        var finding = FindingType.ARGUMENT_RENAMED.error(this, text, usesByName(text, contract).get(unknown).span(), unknown, missing);
        if (text.syntax() != Syntax.ICU) {
            return finding;
        }
        var fixed = text.text();
        for (int i = text.uses().size() - 1; i >= 0; i--) {
            var use = text.uses().get(i);
            fixed = use.name().equals(unknown) ? use.nameSpan().replaceIn(fixed, missing) : fixed;
        }
        return finding.withFix(fixed);
    }

    private void reportTypeMismatches(List<Finding> found, ParsedPart text, ArgumentContract contract) {
        usesByName(text, contract).forEach((name, use) -> {
            var used = usedType(text, use.name());
            contract.findArgument(name).map(Argument::type).filter(it -> !accepts(used, it)).ifPresent(it -> found.add(
                    FindingType.ARGUMENT_TYPE.error(this, text, use.span(), name, used.label(), it.label())));
        });
    }

    private static ArgumentType usedType(ParsedPart text, String name) {
        return declaredType(text.usedArguments(), name);
    }

    private static ArgumentType declaredType(ArgumentContract contract, String name) {
        return contract.findArgument(name).map(Argument::type).orElse(ArgumentType.STRING);
    }

    /** An argument without a style accepts every type. */
    private static boolean accepts(ArgumentType used, ArgumentType declared) {
        return used == ArgumentType.STRING || used == declared
                || used == ArgumentType.NUMBER && declared == ArgumentType.CURRENCY;
    }
}
