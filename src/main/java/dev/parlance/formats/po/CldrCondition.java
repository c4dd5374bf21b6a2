package dev.parlance.formats.po;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Converts a condition of a CLDR plural rule to C.
 *
 * <p>The number is whole and has no exponent, so the operands {@code n} and {@code i} equal the number and all others are zero.
 */
final class CldrCondition {
    private static final Pattern RELATION = Pattern.compile("([a-z])(?: % (\\d+))? (!?=) ([\\d.,]+)");

    private CldrCondition() {
    }

    /** @param condition in the format that ICU prints, such as {@code n % 10 = 1 and n % 100 != 11..19} */
    static String toC(String condition) {
        return Arrays.stream(condition.split(" or ")).map(CldrCondition::conjunction).collect(Collectors.joining(" || "));
    }

    private static String conjunction(String conjunction) {
        return Arrays.stream(conjunction.split(" and ")).map(CldrCondition::relation).collect(Collectors.joining(" && "));
    }

    private static String relation(String relation) {
        var match = RELATION.matcher(relation.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("not a CLDR relation: " + relation);
        }
        boolean whole = match.group(1).equals("n") || match.group(1).equals("i");
        var operand = !whole ? "0" : match.group(2) == null ? "n" : "n%" + match.group(2);
        var ranges = new ArrayList<String>();
        for (var range : match.group(4).split(",")) {
            var ends = range.split("\\.\\.");
            ranges.add(ends.length == 1 ? operand + "==" + ends[0]
                    : "(" + operand + ">=" + ends[0] + " && " + operand + "<=" + ends[1] + ")");
        }
        var positive = ranges.size() == 1 ? ranges.get(0) : "(" + String.join(" || ", ranges) + ")";
        return match.group(3).equals("=") ? positive : positive.startsWith("(") ? "!" + positive : "!(" + positive + ")";
    }
}
