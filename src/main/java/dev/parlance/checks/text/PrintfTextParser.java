package dev.parlance.checks.text;

import dev.parlance.rendering.syntax.PrintfParser;
import dev.parlance.rendering.syntax.PrintfPart.Conversion;
import java.util.ArrayList;
import java.util.List;

/** A parser of printf texts that {@code PatternValidator} accepts. */
final class PrintfTextParser {

    private PrintfTextParser() {
    }

    static ParsedText parse(String text) {
        var uses = new ArrayList<ArgumentUse>();
        var reading = new DisplayText.Builder(text.length());
        int read = 0;
        for (var part : PrintfParser.parse(text)) {
            if (part instanceof Conversion conversion) {
                appendLiteral(text, read, conversion.start(), reading);
                reading.add(DisplayText.ARGUMENT, conversion.start(), conversion.end());
                uses.add(new ArgumentUse(Integer.toString(conversion.position()), new Span(conversion.start(), conversion.end()),
                        new Span(conversion.start(), conversion.start())));
                read = conversion.end();
            }
        }
        appendLiteral(text, read, text.length(), reading);
        var done = reading.build(text.length());
        return new ParsedText(done, List.of(done), uses, List.of());
    }

    private static void appendLiteral(String text, int from, int to, DisplayText.Builder reading) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            char next = i + 1 < to ? text.charAt(i + 1) : 0;
            if (c == '%' && (next == '%' || next == 'n')) {
                reading.add(next == '%' ? '%' : '\n', i, i + 2);
                i++;
            } else {
                reading.add(c, i, i + 1);
            }
        }
    }
}
