package dev.parlance.rendering.compiled;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.CurrencyAmount;
import java.util.List;
import java.util.Map;

/** A step of a compiled text. Immutable and shared by all threads. */
public sealed interface Instruction permits Instruction.Slot, Instruction.NumberSlot, Instruction.AmountSlot, Instruction.SpelloutSlot,
        Instruction.DateSlot, Instruction.Select, Instruction.Choice, PluralInstruction, PluralInstruction.PluralNumber, PrintfSlot {

    void execute(RenderContext context);

    /** <code>{name}</code>: prints numbers by the rules of the locale, everything else as is. */
    record Slot(String name, UnstyledNumberFormat numbers) implements Instruction {
        @Override
        public void execute(RenderContext execution) {
            var value = execution.resolve(name);
            if (value instanceof String text) {
                execution.appendString(text);
            } else if (value instanceof Number number) {
                numbers.append(number, execution);
            } else if (value != null) {
                execution.appendString(value.toString());
            }
        }
    }

    /** <code>{name, number, style}</code>: prints numbers and currency amounts. */
    record NumberSlot(String name, ThreadLocalNumberFormat format) implements Instruction {
        @Override
        public void execute(RenderContext execution) {
            var value = execution.resolve(name);
            try {
                if (value instanceof Number number) {
                    execution.append(format.format(number));
                } else if (value instanceof CurrencyAmount amount) {
                    execution.append(format.format(amount));
                } else if (value != null) {
                    execution.reportInvalid(name);
                }
            } catch (ArithmeticException e) { // thrown by "rounding-mode-unnecessary" if the number needs rounding
                execution.reportInvalid(name);
            }
        }
    }

    /**
     * <code>{name, number, currency}</code>: prints currency amounts.
     *
     * <p>ICU prints a number without a currency as {@code XXX} or in the currency of the locale, which is never what the caller means.
     */
    record AmountSlot(String name, ThreadLocalNumberFormat format) implements Instruction {
        @Override
        public void execute(RenderContext execution) {
            var value = execution.resolve(name);
            if (value instanceof CurrencyAmount amount) {
                execution.append(format.format(amount));
            } else if (value != null) {
                execution.reportInvalid(name);
            }
        }
    }

    /** <code>{name, spellout}</code>, {@code ordinal} and {@code duration}. These rule-based formats are not thread-safe. */
    record SpelloutSlot(String name, NumberFormat format) implements Instruction {
        /**
         * The smallest fraction that is spelled out.
         *
         * <p>ICU's Polish rules spell ten decimals and loop endlessly on a smaller fraction.
         */
        private static final double SMALLEST_FRACTION = 1e-10;

        @Override
        public void execute(RenderContext execution) {
            var value = execution.resolve(name);
            if (value instanceof Number number && hasSpellableFraction(number.doubleValue())) {
                try {
                    execution.append(((NumberFormat) format.clone()).format(number));
                } catch (IllegalStateException e) { // thrown by the rules of most locales for -2^63 if it is not a long
                    execution.reportInvalid(name);
                }
            } else if (value != null) {
                execution.reportInvalid(name);
            }
        }

        private static boolean hasSpellableFraction(double number) {
            double fraction = Math.abs(number) - Math.floor(Math.abs(number));
            return fraction == 0 || fraction >= SMALLEST_FRACTION;
        }
    }

    /** <code>{name, date, style}</code> and {@code time}: prints in the time zone of the request. */
    record DateSlot(String name, ThreadLocalDateFormat format) implements Instruction {
        @Override
        public void execute(RenderContext execution) {
            var value = execution.resolve(name);
            if (value != null) {
                var instant = ValueConversions.toDate(value, execution.zone());
                if (instant.isPresent()) {
                    format.append(instant.get(), execution);
                } else {
                    execution.reportInvalid(name);
                }
            }
        }
    }

    /** <code>{name, select, …}</code>: selects a branch by exact value. */
    record Select(String name, Map<String, InstructionBlock> branches, InstructionBlock other) implements Instruction {
        @Override
        public void execute(RenderContext execution) {
            var value = execution.resolve(name);
            if (value != null) {
                var branch = branches.get(value.toString());
                (branch == null ? other : branch).execute(execution);
            }
        }
    }

    /** <code>{name, choice, …}</code>: selects the last interval whose lower bound the number reaches. */
    record Choice(String name, List<Interval> intervals) implements Instruction {
        @Override
        public void execute(RenderContext execution) {
            var value = execution.resolve(name);
            if (value instanceof Number number) {
                select(number.doubleValue()).execute(execution);
            } else if (value != null) {
                execution.reportInvalid(name);
            }
        }

        private InstructionBlock select(double number) {
            int chosen = 0;
            while (chosen + 1 < intervals.size() && intervals.get(chosen + 1).contains(number)) {
                chosen++;
            }
            return intervals.get(chosen).block();
        }

        public record Interval(double bound, boolean exclusive, InstructionBlock block) {
            boolean contains(double number) {
                return exclusive ? number > bound : number >= bound;
            }
        }
    }
}
