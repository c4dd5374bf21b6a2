package dev.parlance.rendering;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.text.PluralRules;
import java.util.Map;

/**
 * <code>{name, plural, …}</code> and {@code selectordinal}. An exact value ({@code =1}) beats a category; offset and category go
 * by the number as it will be printed, so 1.0 printed as 1 is {@code one}.
 */
record Plural(String name, double offset, PluralRules rules, Shown shown, Map<Double, Block> exact,
              Map<String, Block> categories, Block other) implements Instruction {

    /** How the number is printed in the branch {@code other}, which decides the category. */
    sealed interface Shown {
        String category(PluralRules rules, Number number);

        record Formatted(LocalizedNumberFormatter format) implements Shown {
            @Override
            public String category(PluralRules rules, Number number) {
                return rules.select(format.format(number));
            }
        }

        /** By its value alone, as ICU does for formats that are no plain decimal formats. */
        record Bare() implements Shown {
            @Override
            public String category(PluralRules rules, Number number) {
                return rules.select(number.doubleValue());
            }
        }
    }

    @Override
    public void run(Execution execution) {
        execution.withTyped(name, Values::number, number -> branch(number).run(execution));
    }

    private Block branch(Number number) {
        var exactly = exact.get(number.doubleValue() + 0.0);
        return exactly != null ? exactly : categories.getOrDefault(shown.category(rules, less(number, offset)), other);
    }

    private static Number less(Number number, double offset) {
        return offset == 0 ? number : Double.valueOf(number.doubleValue() - offset);
    }

    /** {@code #} in a branch: the number less the offset. */
    record Hash(String name, double offset, LocalizedNumberFormatter numbers) implements Instruction {
        @Override
        public void run(Execution execution) {
            execution.withTyped(name, Values::number, number -> execution.append(numbers.format(less(number, offset))));
        }
    }
}
