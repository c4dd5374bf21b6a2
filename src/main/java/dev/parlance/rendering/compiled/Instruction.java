package dev.parlance.rendering.compiled;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.CurrencyAmount;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A step of a compiled text. Immutable and shared by all threads. */
public sealed interface Instruction permits Instruction.Slot, Instruction.NumberSlot, Instruction.AmountSlot, Instruction.SpelloutSlot,
        Instruction.DateSlot, Branching, PluralInstruction.PluralNumber, PrintfSlot {

    /** Returns the declared name of the argument, or else the name or position in the text. */
    String name();

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

        /** Reads a date as this instruction prints it in a time zone; empty if the whole text is not such a date. */
        public Optional<Date> parse(String text, ZoneId zone) {
            return format.parse(text, zone);
        }
    }

    /** <code>{name, select, …}</code>: selects a branch by exact value. */
    record Select(String name, Map<String, InstructionBlock> branches, InstructionBlock other) implements Branching {
        @Override
        public void execute(RenderContext execution) {
            var value = execution.resolve(name);
            if (value != null) {
                select(value).execute(execution);
            }
        }

        private InstructionBlock select(Object value) {
            var branch = branches.get(value.toString());
            return branch == null ? other : branch;
        }

        @Override
        public List<InstructionBlock> blocks() {
            return Stream.concat(branches.keySet().stream().sorted().map(branches::get), Stream.of(other)).distinct().toList();
        }

        @Override
        public Optional<Object> sampleFor(InstructionBlock block) {
            return Stream.concat(branches.keySet().stream().sorted(), Stream.of("other")).filter(it -> select(it) == block)
                    .<Object>map(it -> it).findFirst();
        }
    }

    /** <code>{name, choice, …}</code>: selects the last interval whose lower bound the number reaches. */
    record Choice(String name, List<Interval> intervals) implements Branching {
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

        @Override
        public List<InstructionBlock> blocks() {
            return intervals.stream().map(Interval::block).toList();
        }

        @Override
        public Optional<Object> sampleFor(InstructionBlock block) {
            return intervals.stream().flatMap(it -> Stream.of(it.bound(), it.bound() + 1)).filter(Double::isFinite)
                    .filter(it -> select(it) == block).<Object>map(NumberSamples::narrow).findFirst();
        }

        public record Interval(double bound, boolean exclusive, InstructionBlock block) {
            boolean contains(double number) {
                return exclusive ? number > bound : number >= bound;
            }
        }
    }
}
