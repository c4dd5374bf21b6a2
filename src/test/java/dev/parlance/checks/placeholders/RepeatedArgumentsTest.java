package dev.parlance.checks.placeholders;

import dev.parlance.checks.Check;
import dev.parlance.checks.CheckTestBase;

public class RepeatedArgumentsTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new RepeatedArguments();
    }

    @Override
    protected String table() {
        return """
                de | {s} and {n} | {n} und {s} |
                ru | {n, plural, one{{s}} other{{s}}} | {n, plural, one{{s}} few{{s}} many{{s}} other{{s}}} |
                ja | {s} {s} | {s}と{s} |
                ar | {s} | {s} |
                hi | {n, plural, one{# x {s}} other{# y {s}}} | {n, plural, one{# x {s}} other{# y {s}}} |
                tr | {0} | {0} {0} | argument-repeated
                ru | {n, plural, one{# a} other{# b}} | {n, plural, one{# а (#)} few{# б} many{# в} other{# г}} | argument-repeated
                ja | {s} of {n} | {s}、{s}、{n} | argument-repeated
                ar | {s} | {s} {s} | argument-repeated
                de | {s} | {s}: {s} | argument-repeated
                hi | {s} | {s} और {s} | argument-repeated
                """;
    }
}
