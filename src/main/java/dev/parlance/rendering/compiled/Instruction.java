package dev.parlance.rendering.compiled;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.CurrencyAmount;
import java.util.List;
import java.util.Map;

/** One step of a compiled text. Immutable, and shared by all threads. */
public sealed interface Instruction permits Instruction.Slot, Instruction.NumberSlot, Instruction.SpelledSlot, Instruction.DateSlot,
        Instruction.Select, Instruction.Choice, Plural, Plural.Hash, PrintfSlot {

    void run(Execution execution);

    /** <code>{name}</code>: a number by the locale's rules, everything else as it is. */
    record Slot(String name, PlainNumbers numbers) implements Instruction {
        @Override
        public void run(Execution execution) {
            var value = execution.value(name);
            if (value instanceof String text) {
                execution.insert(text);
            } else if (value instanceof Number number) {
                numbers.append(number, execution);
            } else if (value != null) {
                execution.insert(value.toString());
            }
        }
    }

    /** <code>{name, number, style}</code>. */
    record NumberSlot(String name, OwnNumberFormat format) implements Instruction {
        @Override
        public void run(Execution execution) {
            var value = execution.value(name);
            try {
                if (value instanceof Number number) {
                    execution.append(format.format(number));
                } else if (value instanceof CurrencyAmount amount) {
                    execution.append(format.format(amount));
                } else if (value != null) {
                    execution.mistyped(name);
                }
            } catch (ArithmeticException e) { // what "rounding-mode-unnecessary" makes of a number that has to be rounded
                execution.mistyped(name);
            }
        }
    }

    /** <code>{name, spellout}</code> and its kin: rule-based formats, which are not thread-safe. */
    record SpelledSlot(String name, NumberFormat format) implements Instruction {
        /** Nobody spells less; and ICU's Polish rules, which know digits down to the tenth, never come to an end with it. */
        private static final double SMALLEST_FRACTION = 1e-10;

        @Override
        public void run(Execution execution) {
            var value = execution.value(name);
            if (value instanceof Number number && hasSpellableFraction(number.doubleValue())) {
                try {
                    execution.append(((NumberFormat) format.clone()).format(number));
                } catch (IllegalStateException e) { // what the rules of most locales make of -2^63 where it is not a long
                    execution.mistyped(name);
                }
            } else if (value != null) {
                execution.mistyped(name);
            }
        }

        private static boolean hasSpellableFraction(double number) {
            double fraction = Math.abs(number) - Math.floor(Math.abs(number));
            return fraction == 0 || fraction >= SMALLEST_FRACTION;
        }
    }

    /** <code>{name, date, style}</code> and <code>{name, time, style}</code>, in the time zone of the request. */
    record DateSlot(String name, OwnDateFormat format) implements Instruction {
        @Override
        public void run(Execution execution) {
            var value = execution.value(name);
            if (value != null) {
                var instant = Values.instant(value);
                if (instant.isPresent()) {
                    format.append(instant.get(), execution);
                } else {
                    execution.mistyped(name);
                }
            }
        }
    }

    /** <code>{name, select, …}</code>: branches by exact value. */
    record Select(String name, Map<String, Block> branches, Block other) implements Instruction {
        @Override
        public void run(Execution execution) {
            var value = execution.value(name);
            if (value != null) {
                var branch = branches.get(value.toString());
                (branch == null ? other : branch).run(execution);
            }
        }
    }

    /** <code>{name, choice, …}</code>: the last interval whose lower bound the number reaches. */
    record Choice(String name, List<Interval> intervals) implements Instruction {
        @Override
        public void run(Execution execution) {
            var value = execution.value(name);
            if (value instanceof Number number) {
                chosen(number.doubleValue()).run(execution);
            } else if (value != null) {
                execution.mistyped(name);
            }
        }

        private Block chosen(double number) {
            int chosen = 0;
            while (chosen + 1 < intervals.size() && intervals.get(chosen + 1).holds(number)) {
                chosen++;
            }
            return intervals.get(chosen).block();
        }

        public record Interval(double bound, boolean exclusive, Block block) {
            boolean holds(double number) {
                return exclusive ? number > bound : number >= bound;
            }
        }
    }
}
