package dev.parlance.catalog;

/** How a refused name is shown to the one who sent it: not longer than a valid one could be. */
final class Names {
    private static final int LONGEST = 128;

    private Names() {
    }

    static String shown(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
