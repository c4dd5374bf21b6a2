package dev.parlance.checks.text;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part.Type;
import dev.parlance.checks.text.ChoiceArgument.Branch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A parser of the plural and select arguments of an ICU pattern that {@code PatternValidator} accepts. */
final class ChoiceParser {
    /** The name for {@code #} outside a plural, where it is literal text. */
    private static final String NO_PLURAL = "";

    private final MessagePattern pattern;
    private final List<ChoiceArgument> choices = new ArrayList<>();

    private ChoiceParser(String text) {
        this.pattern = new MessagePattern(text);
    }

    static List<ChoiceArgument> parse(String text) {
        var parser = new ChoiceParser(text);
        parser.collect(0, NO_PLURAL, Set.of());
        parser.choices.sort(Comparator.comparing(it -> it.span().start()));
        return List.copyOf(parser.choices);
    }

    /** Collects the choices of a message, given the arguments that the text around it shows. */
    private void collect(int message, String plural, Set<String> shownAround) {
        var arguments = argumentsOf(message);
        for (int argument : arguments) {
            var branches = branchStarts(argument);
            if (branches.isEmpty()) {
                continue;
            }
            var shown = new HashSet<>(shownAround);
            shown.addAll(directlyShown(message, plural));
            arguments.stream().filter(it -> it != argument).forEach(it -> shown.addAll(shownBy(it, plural)));
            addChoice(argument, branches, plural, shown);
            branches.forEach(it -> collect(it, pluralWithin(argument, plural), shown));
        }
    }

    private void addChoice(int argument, List<Integer> starts, String plural, Set<String> shown) {
        var name = nameOf(argument);
        var within = pluralWithin(argument, plural);
        var branches = new ArrayList<Branch>();
        for (int start : starts) {
            int selector = pattern.getPartType(start - 1) == Type.ARG_SELECTOR ? start - 1 : start - 2;
            var key = pattern.getPart(selector);
            branches.add(new Branch(pattern.getSubstring(key), new Span(key.getIndex(), key.getLimit()),
                    shown.contains(name) || shownIn(start, within).contains(name)));
        }
        var type = pattern.getPart(argument).getArgType();
        choices.add(new ChoiceArgument(name, type, type.hasPluralStyle() ? pattern.getPluralOffset(argument + 2) : 0,
                new Span(pattern.getPart(argument).getIndex(), pattern.getPart(pattern.getLimitPartIndex(argument)).getLimit()),
                List.copyOf(branches)));
    }

    /** Returns the arguments that every reading of a message shows. */
    private Set<String> shownIn(int message, String plural) {
        var shown = new HashSet<>(directlyShown(message, plural));
        argumentsOf(message).forEach(it -> shown.addAll(shownBy(it, plural)));
        return shown;
    }

    private Set<String> shownBy(int argument, String plural) {
        var branches = branchStarts(argument);
        if (branches.isEmpty()) {
            return Set.of(nameOf(argument));
        }
        var within = pluralWithin(argument, plural);
        var shown = shownIn(branches.get(0), within);
        branches.stream().skip(1).forEach(it -> shown.retainAll(shownIn(it, within)));
        return shown;
    }

    private Set<String> directlyShown(int message, String plural) {
        for (int i = message + 1; pattern.getPartType(i) != Type.MSG_LIMIT; i++) {
            if (pattern.getPartType(i) == Type.REPLACE_NUMBER) {
                return Set.of(plural);
            } else if (pattern.getPartType(i) == Type.ARG_START) {
                i = pattern.getLimitPartIndex(i);
            }
        }
        return Set.of();
    }

    private List<Integer> argumentsOf(int message) {
        var arguments = new ArrayList<Integer>();
        for (int i = message + 1; pattern.getPartType(i) != Type.MSG_LIMIT; i++) {
            if (pattern.getPartType(i) == Type.ARG_START) {
                arguments.add(i);
                i = pattern.getLimitPartIndex(i);
            }
        }
        return arguments;
    }

    private List<Integer> branchStarts(int argument) {
        var type = pattern.getPart(argument).getArgType();
        var branches = new ArrayList<Integer>();
        if (type.hasPluralStyle() || type == ArgType.SELECT) {
            for (int i = argument + 2; i < pattern.getLimitPartIndex(argument); i++) {
                if (pattern.getPartType(i) == Type.MSG_START) {
                    branches.add(i);
                    i = pattern.getLimitPartIndex(i);
                }
            }
        }
        return branches;
    }

    private String nameOf(int argument) {
        return pattern.getSubstring(pattern.getPart(argument + 1));
    }

    private String pluralWithin(int argument, String plural) {
        return pattern.getPart(argument).getArgType().hasPluralStyle() ? nameOf(argument) : plural;
    }
}
