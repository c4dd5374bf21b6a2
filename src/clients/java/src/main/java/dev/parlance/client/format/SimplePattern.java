package dev.parlance.client.format;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A recursive descent parser of ICU patterns for {@link SimpleFormatter}. For a single use. */
final class SimplePattern {
    private static final List<String> PLURALS = Arrays.asList("plural", "selectordinal");

    private final String pattern;
    private final Locale locale;
    private int position;

    /** A part of a text. Immutable. */
    interface Node {
        void print(TextOutput output);
    }

    SimplePattern(String pattern, Locale locale) {
        this.pattern = pattern;
        this.locale = locale;
    }

    Node parse() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(parseMessage(null));
        while (position < pattern.length()) { // outside of arguments, a closing brace is literal
            position++;
            nodes.add(output -> output.append("}"));
            nodes.add(parseMessage(null));
        }
        return output -> nodes.forEach(node -> node.print(output));
    }

    /** @param counted the argument that {@code #} prints, or null outside of plurals */
    private Node parseMessage(String counted) {
        List<Node> nodes = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        while (position < pattern.length() && pattern.charAt(position) != '}') {
            char next = pattern.charAt(position);
            if (next == '\'') {
                parseApostrophe(literal, counted != null);
            } else if (next == '{') {
                addLiteral(nodes, literal);
                nodes.add(parseArgument(counted));
            } else if (next == '#' && counted != null) {
                addLiteral(nodes, literal);
                nodes.add(slot(counted));
                position++;
            } else {
                literal.append(next);
                position++;
            }
        }
        addLiteral(nodes, literal);
        return output -> nodes.forEach(node -> node.print(output));
    }

    private static void addLiteral(List<Node> nodes, StringBuilder literal) {
        if (literal.length() > 0) {
            String text = literal.toString();
            nodes.add(output -> output.append(text));
            literal.setLength(0);
        }
    }

    /** An apostrophe quotes syntax characters up to the next one; two are one apostrophe; any other is literal. */
    private void parseApostrophe(StringBuilder literal, boolean inPlural) {
        position++;
        char next = position < pattern.length() ? pattern.charAt(position) : ' ';
        if (next == '\'') {
            literal.append(next);
            position++;
        } else if (next == '{' || next == '}' || next == '#' && inPlural) {
            while (position < pattern.length()) {
                char quoted = pattern.charAt(position++);
                if (quoted != '\'') {
                    literal.append(quoted);
                } else if (position < pattern.length() && pattern.charAt(position) == '\'') {
                    literal.append(quoted);
                    position++;
                } else {
                    return;
                }
            }
        } else {
            literal.append('\'');
        }
    }

    private Node parseArgument(String counted) {
        position++;
        String name = parseWord();
        if (accept('}')) {
            return slot(name);
        }
        expect(',');
        String type = parseWord();
        if (accept('}')) {
            return slot(name);
        }
        expect(',');
        boolean plural = PLURALS.contains(type);
        if (plural || type.equals("select")) {
            return parseBranches(name, plural ? name : counted);
        }
        skipStyle();
        return slot(name);
    }

    private Node parseBranches(String name, String counted) {
        Map<String, Node> branches = new LinkedHashMap<>();
        while (!accept('}')) {
            String selector = parseWord();
            if (!selector.startsWith("offset:")) {
                expect('{');
                branches.putIfAbsent(selector, parseMessage(counted));
                expect('}');
            }
        }
        Node other = branches.get("other");
        if (other == null) {
            throw new IllegalArgumentException("no branch other before " + position);
        }
        return output -> {
            Object value = output.resolve(name);
            if (value != null) {
                Node exact = branches.get("=" + value);
                (exact == null ? branches.getOrDefault(value.toString(), other) : exact).print(output);
            }
        };
    }

    /** Skips a style up to its closing brace. */
    private void skipStyle() {
        int depth = 1;
        while (depth > 0) {
            if (position == pattern.length()) {
                throw new IllegalArgumentException("unclosed {");
            }
            char next = pattern.charAt(position++);
            depth += next == '{' ? 1 : next == '}' ? -1 : 0;
        }
    }

    private Node slot(String name) {
        return output -> {
            Object value = output.resolve(name);
            if (value instanceof Number) {
                output.append(NumberFormat.getInstance(locale).format(value));
            } else if (value != null) {
                output.appendString(value.toString());
            }
        };
    }

    private String parseWord() {
        skipSpaces();
        int start = position;
        while (position < pattern.length() && "{},".indexOf(pattern.charAt(position)) < 0
                && !Character.isWhitespace(pattern.charAt(position))) {
            position++;
        }
        if (start == position) {
            throw new IllegalArgumentException("a name is missing at " + position);
        }
        String word = pattern.substring(start, position);
        skipSpaces();
        return word;
    }

    private void skipSpaces() {
        while (position < pattern.length() && Character.isWhitespace(pattern.charAt(position))) {
            position++;
        }
    }

    private boolean accept(char expected) {
        skipSpaces();
        boolean accepted = position < pattern.length() && pattern.charAt(position) == expected;
        position += accepted ? 1 : 0;
        return accepted;
    }

    private void expect(char expected) {
        if (position >= pattern.length() || pattern.charAt(position) != expected) {
            throw new IllegalArgumentException(expected + " is missing at " + position);
        }
        position++;
    }
}
