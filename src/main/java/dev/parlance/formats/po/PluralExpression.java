package dev.parlance.formats.po;

import java.util.function.LongUnaryOperator;

/** Parses expressions of {@code Plural-Forms}, the subset of C in which gettext maps a number {@code n} to the index of a form. */
final class PluralExpression {
    private static final int MAX_LENGTH = 2000;
    private static final int MAX_DEPTH = 100;

    private final String text;
    private int position;
    private int depth;

    private PluralExpression(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if the text is not such an expression */
    static LongUnaryOperator parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("plural expression longer than " + MAX_LENGTH + " characters");
        }
        var expression = new PluralExpression(text);
        var result = expression.conditional();
        expression.skipSpace();
        if (expression.position < text.length()) {
            throw expression.unexpected();
        }
        return result;
    }

    private LongUnaryOperator conditional() {
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("plural expression nested more than " + MAX_DEPTH + " deep");
        }
        var condition = or();
        if (accept("?")) {
            var whenTrue = conditional();
            expect(":");
            var whenFalse = conditional();
            depth--;
            return n -> condition.applyAsLong(n) != 0 ? whenTrue.applyAsLong(n) : whenFalse.applyAsLong(n);
        }
        depth--;
        return condition;
    }

    private LongUnaryOperator or() {
        var left = and();
        while (accept("||")) {
            var first = left;
            var second = and();
            left = n -> toLong(first.applyAsLong(n) != 0 || second.applyAsLong(n) != 0);
        }
        return left;
    }

    private LongUnaryOperator and() {
        var left = equality();
        while (accept("&&")) {
            var first = left;
            var second = equality();
            left = n -> toLong(first.applyAsLong(n) != 0 && second.applyAsLong(n) != 0);
        }
        return left;
    }

    private LongUnaryOperator equality() {
        var left = relation();
        while (true) {
            var first = left;
            if (accept("==")) {
                var second = relation();
                left = n -> toLong(first.applyAsLong(n) == second.applyAsLong(n));
            } else if (accept("!=")) {
                var second = relation();
                left = n -> toLong(first.applyAsLong(n) != second.applyAsLong(n));
            } else {
                return left;
            }
        }
    }

    private LongUnaryOperator relation() {
        var left = sum();
        while (true) {
            var first = left;
            if (accept("<=")) {
                var second = sum();
                left = n -> toLong(first.applyAsLong(n) <= second.applyAsLong(n));
            } else if (accept(">=")) {
                var second = sum();
                left = n -> toLong(first.applyAsLong(n) >= second.applyAsLong(n));
            } else if (accept("<")) {
                var second = sum();
                left = n -> toLong(first.applyAsLong(n) < second.applyAsLong(n));
            } else if (accept(">")) {
                var second = sum();
                left = n -> toLong(first.applyAsLong(n) > second.applyAsLong(n));
            } else {
                return left;
            }
        }
    }

    private LongUnaryOperator sum() {
        var left = product();
        while (true) {
            var first = left;
            if (accept("+")) {
                var second = product();
                left = n -> first.applyAsLong(n) + second.applyAsLong(n);
            } else if (accept("-")) {
                var second = product();
                left = n -> first.applyAsLong(n) - second.applyAsLong(n);
            } else {
                return left;
            }
        }
    }

    private LongUnaryOperator product() {
        var left = unary();
        while (true) {
            var first = left;
            if (accept("*")) {
                var second = unary();
                left = n -> first.applyAsLong(n) * second.applyAsLong(n);
            } else if (accept("/")) {
                var second = unary();
                left = n -> first.applyAsLong(n) / second.applyAsLong(n);
            } else if (accept("%")) {
                var second = unary();
                left = n -> first.applyAsLong(n) % second.applyAsLong(n);
            } else {
                return left;
            }
        }
    }

    private LongUnaryOperator unary() {
        int negations = 0;
        while (accept("!")) {
            negations++;
        }
        var operand = operand();
        boolean isOdd = negations % 2 == 1;
        return negations == 0 ? operand : n -> toLong(operand.applyAsLong(n) == 0 == isOdd);
    }

    private LongUnaryOperator operand() {
        if (accept("(")) {
            var inner = conditional();
            expect(")");
            return inner;
        } else if (accept("n")) {
            return n -> n;
        }
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        if (start == position || position - start > 9) {
            throw unexpected();
        }
        long number = Long.parseLong(text.substring(start, position));
        return n -> number;
    }

    /** Skips a token, but not the start of a longer token. */
    private boolean accept(String token) {
        skipSpace();
        if (!text.startsWith(token, position) || token.equals("!") && text.startsWith("!=", position)) {
            return false;
        }
        position += token.length();
        skipSpace();
        return true;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw unexpected();
        }
    }

    private void skipSpace() {
        while (position < text.length() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("plural expression: unexpected " + (position < text.length()
                ? "'" + text.charAt(position) + "' at " + (position + 1) : "end"));
    }

    private static long toLong(boolean value) {
        return value ? 1 : 0;
    }
}
