package dev.parlance.recognition;

import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.Branching;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.compiled.Instruction;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The search for arguments with which an alternative renders to a whole text. For a single use.
 *
 * <p>Literals are found from left to right, each as early as possible, which is enough if every hole can show every text. If a hole shows a
 * number or the same argument as another one, the search may have to continue with the next place of a literal, within its budget.
 */
final class ExactMatch {
    private static final Object MISSING = new Object();
    /** Less than any format shows. */
    private static final List<BigDecimal> ROUNDED = List.of(new BigDecimal("1E-9"), new BigDecimal("-1E-9"));

    private final Alternative alternative;
    private final String text;
    private final ArgumentReader reader;
    private final ArgumentContract contract;
    private final StepBudget budget;
    private final boolean declaredTypesOnly;
    /** By literal: the last place where it can start so that the following literals still fit. */
    private final int[] lastStarts;
    private final Map<String, Object> values = new LinkedHashMap<>();
    /** Arguments whose format cannot be read back, as shown. */
    private final Map<String, Object> unread = new LinkedHashMap<>();

    private ExactMatch(Alternative alternative, String text, ArgumentReader reader, ArgumentContract contract, StepBudget budget,
            boolean declaredTypesOnly) {
        this.alternative = alternative;
        this.text = text;
        this.reader = reader;
        this.contract = contract;
        this.budget = budget;
        this.declaredTypesOnly = declaredTypesOnly;
        this.lastStarts = new int[alternative.literals().size()];
    }

    /**
     * Arguments with which an alternative has the text.
     *
     * @param verified whether rendering gives the text
     */
    record Found(Map<String, Object> arguments, boolean verified) {
    }

    /**
     * Returns the arguments that explain a text.
     *
     * <p>Values of the declared types are preferred to others.
     *
     * @return empty if the text cannot come from the alternative, or if the budget is spent
     */
    static Optional<Found> find(Alternative alternative, CompiledText compiled, String text, ArgumentReader reader,
            ArgumentContract contract, StepBudget budget) {
        var typed = new ExactMatch(alternative, text, reader, contract, budget, true);
        if (!text.startsWith(alternative.literals().get(0)) || !typed.findLastStarts(alternative.literals())) {
            return Optional.empty();
        }
        var found = typed.find(compiled);
        if (found.isPresent() || alternative.holes().isEmpty()) {
            return found;
        }
        var others = new ExactMatch(alternative, text, reader, contract, budget, false);
        return others.findLastStarts(alternative.literals()) ? others.find(compiled) : Optional.empty();
    }

    private Optional<Found> find(CompiledText compiled) {
        int start = alternative.literals().get(0).length();
        boolean filled = alternative.holes().isEmpty() ? text.length() == start : fill(0, start);
        return filled ? verify(compiled) : Optional.empty();
    }

    private boolean findLastStarts(List<String> literals) {
        int last = literals.size() - 1;
        int start = text.length() - literals.get(last).length();
        if (start < 0 || !text.endsWith(literals.get(last))) {
            return false;
        }
        lastStarts[last] = start;
        for (int i = last - 1; i > 0; i--) {
            int before = text.lastIndexOf(literals.get(i), start - literals.get(i).length());
            if (before < 0 || !budget.take(start - before)) {
                return false;
            }
            start = before;
            lastStarts[i] = before;
        }
        return last == 0 || start >= literals.get(0).length();
    }

    /** Fills the holes from the given one on. */
    private boolean fill(int hole, int start) {
        if (hole == alternative.holes().size()) {
            return start == text.length();
        }
        var next = alternative.literals().get(hole + 1);
        int latest = lastStarts[hole + 1];
        // The last literal can only stand at the end of the text.
        int end = hole == alternative.holes().size() - 1 ? latest : text.indexOf(next, start);
        int steps = isNumber(alternative.holes().get(hole)) ? StepBudget.NUMBER_STEPS : 1;
        while (end >= start && end <= latest && budget.take(end - start + steps)) {
            if (fillAndContinue(hole, start, end, end + next.length())) {
                return true;
            }
            end = end == latest ? -1 : text.indexOf(next, end + 1);
        }
        return false;
    }

    private boolean isNumber(Instruction hole) {
        return !(hole instanceof Instruction.Slot) || contract.declares(hole.name(), ArgumentType.NUMBER);
    }

    private boolean fillAndContinue(int hole, int start, int end, int nextStart) {
        var instruction = alternative.holes().get(hole);
        var name = instruction.name();
        if (instruction instanceof Branching) {
            return fill(hole + 1, nextStart);
        }
        var shown = text.substring(start, end);
        var value = read(instruction, shown);
        if (value != null) {
            var known = values.get(name);
            if (known != null && !known.equals(value)) {
                return false;
            }
            values.put(name, value);
            if (fill(hole + 1, nextStart)) {
                return true;
            }
            if (known == null) {
                values.remove(name);
            }
            return false;
        }
        if (declaredTypesOnly || shown.isEmpty()) {
            return false;
        }
        unread.putIfAbsent(name, shown);
        return fill(hole + 1, nextStart);
    }

    private @Nullable Object read(Instruction instruction, String shown) {
        if (ArgumentReader.isMissing(instruction, shown)) {
            return MISSING;
        }
        var value = reader.read(instruction, shown, contract);
        return value.isPresent() || declaredTypesOnly ? value.orElse(null) : reader.readUndeclared(instruction, shown).orElse(null);
    }

    private Optional<Found> verify(CompiledText compiled) {
        values.values().removeIf(it -> it == MISSING);
        boolean complete = decide() && unread.isEmpty() && alternative.holes().stream().noneMatch(Branching.class::isInstance);
        boolean verified = complete && (renders(compiled, values) || rendersUnrounded(compiled));
        if (complete && !verified) {
            return Optional.empty();
        }
        var arguments = new HashMap<String, Object>();
        unread.forEach(arguments::put);
        values.forEach((name, value) -> arguments.put(name, ArgumentReader.toArgument(value)));
        return Optional.of(new Found(arguments, verified));
    }

    private boolean renders(CompiledText compiled, Map<String, Object> arguments) {
        return budget.take(text.length()) && compiled.render(arguments, BidiIsolation.WHERE_NEEDED, ZoneOffset.UTC).text().equals(text);
    }

    /** Tries numbers that are shown rounded: 0.000001 is shown as 0, but does not select the branch of 0. */
    private boolean rendersUnrounded(CompiledText compiled) {
        for (var rounded : ROUNDED) {
            var unrounded = new LinkedHashMap<>(values);
            for (var decision : alternative.decisions()) {
                unrounded.computeIfPresent(decision.branching().name(), (name, value) ->
                        value instanceof Number number ? new BigDecimal(number.toString()).add(rounded) : value);
            }
            if (!alternative.decisions().isEmpty() && renders(compiled, unrounded)) {
                values.putAll(unrounded);
                return true;
            }
        }
        return false;
    }

    /** Finds values for the arguments that only select a branch; returns false if there is none. */
    private boolean decide() {
        for (var decision : alternative.decisions()) {
            var block = decision.block();
            var name = decision.branching().name();
            if (block != null && !values.containsKey(name)) {
                var sample = decision.branching().sampleFor(block);
                if (sample.isEmpty()) {
                    return false;
                }
                values.put(name, sample.get());
            }
        }
        return true;
    }
}
