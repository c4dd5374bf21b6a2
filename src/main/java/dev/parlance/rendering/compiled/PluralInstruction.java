package dev.parlance.rendering.compiled;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * <code>{name, plural, …}</code> and {@code selectordinal}: selects a branch by number.
 *
 * <p>An exact value ({@code =1}) takes precedence over a category. The category is that of the number as printed, minus the
 * offset: 1.0 printed as 1 is {@code one}.
 */
public final class PluralInstruction implements Branching {
    private final String name;
    private final double offset;
    private final PluralCategories categories;
    private final double[] exactValues;
    private final InstructionBlock[] exactBranches;
    private final InstructionBlock[] branches;

    /** @param branches one per category, in the order of {@link SmallNumberTables#CATEGORIES} */
    public PluralInstruction(String name, double offset, PluralCategories categories, double[] exactValues,
            InstructionBlock[] exactBranches, InstructionBlock[] branches) {
        this.name = name;
        this.offset = offset;
        this.categories = categories;
        this.exactValues = exactValues;
        this.exactBranches = exactBranches;
        this.branches = branches;
    }

    @Override
    public void execute(RenderContext execution) {
        var value = execution.resolve(name);
        if (value instanceof Number number) {
            selectBranch(number).execute(execution);
        } else if (value != null) {
            execution.reportInvalid(name);
        }
    }

    private InstructionBlock selectBranch(Number number) {
        if (exactValues.length > 0) {
            double value = number.doubleValue();
            for (int i = 0; i < exactValues.length; i++) {
                if (exactValues[i] == value) {
                    return exactBranches[i];
                }
            }
        }
        return branches[categories.categoryOf(subtractOffset(number, offset))];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<InstructionBlock> blocks() {
        return Stream.concat(Arrays.stream(exactBranches), Arrays.stream(branches)).distinct().toList();
    }

    @Override
    public Optional<Object> sampleFor(InstructionBlock block) {
        return DoubleStream.concat(Arrays.stream(exactValues), NumberSamples.PLURAL_FORMS.stream().mapToDouble(it -> it + offset))
                .mapToObj(NumberSamples::narrow).filter(it -> selectBranch(it) == block).<Object>map(it -> it).findFirst();
    }

    private static Number subtractOffset(Number number, double offset) {
        return offset == 0 ? number : Double.valueOf(number.doubleValue() - offset);
    }

    /** {@code #} in a branch: prints the number minus the offset. */
    public record PluralNumber(String name, double offset, UnstyledNumberFormat numbers) implements Instruction {
        @Override
        public void execute(RenderContext execution) {
            var value = execution.resolve(name);
            if (value instanceof Number number) {
                numbers.append(subtractOffset(number, offset), execution);
            } else if (value != null) {
                execution.reportInvalid(name);
            }
        }
    }
}
