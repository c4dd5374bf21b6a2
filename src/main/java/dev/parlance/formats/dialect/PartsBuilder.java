package dev.parlance.formats.dialect;

import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart;
import dev.parlance.rendering.PatternPart.Literal;
import dev.parlance.rendering.PatternPart.Slot;
import java.util.ArrayList;
import java.util.List;

/** Collects the literals and arguments of a text in order. */
final class PartsBuilder {
    private final List<PatternPart> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    void add(char c) {
        literal.append(c);
    }

    PartsBuilder add(String text) {
        literal.append(text);
        return this;
    }

    void add(PatternPart part) {
        flush();
        parts.add(part);
    }

    void addSlot(String name) {
        add(new Slot(name));
    }

    ParsedPattern build() {
        flush();
        return new ParsedPattern(parts);
    }

    private void flush() {
        if (literal.length() > 0) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
