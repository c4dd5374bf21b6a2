package dev.parlance.rendering;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.CurrencyAmount;
import java.util.List;
import java.util.Map;

/** One step of a compiled text. Immutable; formatters that are not thread-safe are cloned for each use. */
sealed interface Instruction permits Instruction.Literal, Instruction.Slot, Instruction.NumberSlot, Instruction.SpelledSlot,
        Instruction.DateSlot, Instruction.Select, Instruction.Choice, Plural, Plural.Hash, PrintfSlot {

    void run(Execution execution);

    record Literal(String text) implements Instruction {
        @Override
        public void run(Execution execution) {
            execution.append(text);
        }
    }

    /** <code>{name}</code>: a number by the locale's rules, everything else as it is. */
    record Slot(String name, LocalizedNumberFormatter numbers) implements Instruction {
        @Override
        public void run(Execution execution) {
            execution.with(name, value -> {
                if (value instanceof Number number) {
                    execution.append(numbers.format(number));
                } else {
                    execution.insert(value.toString());
                }
            });
        }
    }

    /** <code>{name, number, style}</code>. */
    record NumberSlot(String name, LocalizedNumberFormatter format) implements Instruction {
        @Override
        public void run(Execution execution) {
            execution.withTyped(name, Values::amount, value -> execution.append(
                    value instanceof CurrencyAmount amount ? format.format(amount) : format.format((Number) value)));
        }
    }

    /** <code>{name, spellout}</code> and its kin: rule-based formats. */
    record SpelledSlot(String name, NumberFormat format) implements Instruction {
        @Override
        public void run(Execution execution) {
            execution.withTyped(name, Values::number,
                    value -> execution.append(((NumberFormat) format.clone()).format(value)));
        }
    }

    /** <code>{name, date, style}</code> and <code>{name, time, style}</code>, in the time zone of the request. */
    record DateSlot(String name, DateFormat format) implements Instruction {
        @Override
        public void run(Execution execution) {
            execution.withTyped(name, Values::instant, value -> {
                var own = (DateFormat) format.clone();
                own.setTimeZone(execution.zone());
                execution.append(own.format(value));
            });
        }
    }

    /** <code>{name, select, …}</code>: branches by exact value. */
    record Select(String name, Map<String, Block> branches, Block other) implements Instruction {
        @Override
        public void run(Execution execution) {
            execution.with(name, value -> branches.getOrDefault(value.toString(), other).run(execution));
        }
    }

    /** <code>{name, choice, …}</code>: the last interval whose lower bound the number reaches. */
    record Choice(String name, List<Interval> intervals) implements Instruction {
        @Override
        public void run(Execution execution) {
            execution.withTyped(name, Values::number, value -> {
                double number = value.doubleValue();
                int chosen = 0;
                while (chosen + 1 < intervals.size() && intervals.get(chosen + 1).holds(number)) {
                    chosen++;
                }
                intervals.get(chosen).block().run(execution);
            });
        }

        record Interval(double bound, boolean exclusive, Block block) {
            boolean holds(double number) {
                return exclusive ? number > bound : number >= bound;
            }
        }
    }
}
