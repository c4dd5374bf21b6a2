package dev.parlance.client.icu;

import dev.parlance.client.format.Amount;
import dev.parlance.client.format.ArgumentValues;
import dev.parlance.client.format.TextOutput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Parts of a text that select a branch by the value of an argument. */
final class Branches {

    private Branches() {
    }

    /** Selects a branch by exact value. */
    static Node select(String name, Map<String, Node> branches, Node other) {
        return output -> {
            Object value = output.resolve(name);
            if (value != null) {
                String key = value instanceof BigDecimal ? ((BigDecimal) value).toPlainString() : value.toString();
                branches.getOrDefault(key, other).print(output);
            }
        };
    }

    /** Selects the last interval whose lower bound the number reaches. */
    static Node choice(String name, List<Interval> intervals) {
        return output -> {
            Number number = resolveNumber(name, output);
            if (number != null) {
                int chosen = 0;
                while (chosen + 1 < intervals.size() && intervals.get(chosen + 1).contains(number.doubleValue())) {
                    chosen++;
                }
                intervals.get(chosen).branch.print(output);
            }
        };
    }

    /** Returns the number to print, or null after the name of the argument was written instead. */
    static Number resolveNumber(String name, TextOutput output) {
        Object value = output.resolve(name);
        Number number = value == null || value instanceof Amount ? null : ArgumentValues.toNumber(value);
        if (value != null && number == null) {
            output.appendPlaceholder(name);
        }
        return number;
    }

    static Number subtract(Number number, double offset) {
        return offset == 0 ? number : Double.valueOf(number.doubleValue() - offset);
    }

    /** A branch of a {@code choice}. */
    static final class Interval {
        private final double bound;
        private final boolean exclusive;
        private final Node branch;

        Interval(double bound, boolean exclusive, Node branch) {
            this.bound = bound;
            this.exclusive = exclusive;
            this.branch = branch;
        }

        private boolean contains(double number) {
            return exclusive ? number > bound : number >= bound;
        }
    }

    /** {@code plural} and {@code selectordinal}: an exact value takes precedence over a category. */
    static final class Plural implements Node {
        private final String name;
        private final double offset;
        private final PluralCategories categories;
        private final Map<Double, Node> exact;
        private final Map<String, Node> branches;

        Plural(String name, double offset, PluralCategories categories, Map<Double, Node> exact, Map<String, Node> branches) {
            this.name = name;
            this.offset = offset;
            this.categories = categories;
            this.exact = exact;
            this.branches = branches;
        }

        @Override
        public void print(TextOutput output) {
            Number number = resolveNumber(name, output);
            if (number != null) {
                select(number).print(output);
            }
        }

        private Node select(Number number) {
            Node branch = exact.get(number.doubleValue() + 0.0);
            if (branch == null) {
                branch = branches.get(categories.categoryOf(subtract(number, offset)));
            }
            return branch == null ? branches.get("other") : branch;
        }
    }
}
