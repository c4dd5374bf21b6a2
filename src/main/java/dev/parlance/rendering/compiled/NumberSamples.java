package dev.parlance.rendering.compiled;

import java.util.List;

/** Numbers that stand for the branches of a text. */
final class NumberSamples {
    /** At least one number of each plural category of CLDR, most frequent first. */
    static final List<Double> PLURAL_FORMS = List.of(1d, 2d, 0d, 3d, 5d, 6d, 4d, 7d, 8d, 10d, 11d, 20d, 21d, 22d, 23d, 100d, 1_000_000d, 1.5);

    private NumberSamples() {
    }

    /** Returns a whole number as a {@link Long}. */
    static Number narrow(double number) {
        return number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE ? (Number) (long) number : (Number) number;
    }
}
