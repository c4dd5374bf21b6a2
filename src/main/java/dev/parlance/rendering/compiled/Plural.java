package dev.parlance.rendering.compiled;

/**
 * <code>{name, plural, …}</code> and {@code selectordinal}. An exact value ({@code =1}) beats a category; offset and category go
 * by the number as it will be printed, so 1.0 printed as 1 is {@code one}.
 */
public final class Plural implements Instruction {
    private final String name;
    private final double offset;
    private final PluralCategories categories;
    private final double[] exactValues;
    private final Block[] exactBranches;
    private final Block[] branches;

    /** @param branches one for each of {@link SmallNumbers#CATEGORIES} */
    public Plural(String name, double offset, PluralCategories categories, double[] exactValues, Block[] exactBranches, Block[] branches) {
        this.name = name;
        this.offset = offset;
        this.categories = categories;
        this.exactValues = exactValues;
        this.exactBranches = exactBranches;
        this.branches = branches;
    }

    @Override
    public void run(Execution execution) {
        var value = execution.value(name);
        if (value instanceof Number number) {
            branch(number).run(execution);
        } else if (value != null) {
            execution.mistyped(name);
        }
    }

    private Block branch(Number number) {
        if (exactValues.length > 0) {
            double value = number.doubleValue();
            for (int i = 0; i < exactValues.length; i++) {
                if (exactValues[i] == value) {
                    return exactBranches[i];
                }
            }
        }
        return branches[categories.of(less(number, offset))];
    }

    private static Number less(Number number, double offset) {
        return offset == 0 ? number : Double.valueOf(number.doubleValue() - offset);
    }

    /** {@code #} in a branch: the number less the offset. */
    public record Hash(String name, double offset, PlainNumbers numbers) implements Instruction {
        @Override
        public void run(Execution execution) {
            var value = execution.value(name);
            if (value instanceof Number number) {
                numbers.append(less(number, offset), execution);
            } else if (value != null) {
                execution.mistyped(name);
            }
        }
    }
}
