package dev.parlance.checks.text;

import dev.parlance.rendering.syntax.PrintfPart.Conversion;
import dev.parlance.rendering.syntax.PrintfText;
import java.util.ArrayList;
import java.util.List;

/** A printf text that {@code PatternGate} let pass. */
final class PrintfReadings {

    private PrintfReadings() {
    }

    static Readings of(String text) {
        var uses = new ArrayList<Use>();
        var reading = new Reading.Assembly(text.length());
        int read = 0;
        for (var part : PrintfText.parse(text)) {
            if (part instanceof Conversion conversion) {
                literal(text, read, conversion.start(), reading);
                reading.add(Reading.SLOT, conversion.start(), conversion.end());
                uses.add(new Use(Integer.toString(conversion.position()), new Span(conversion.start(), conversion.end()),
                        new Span(conversion.start(), conversion.start())));
                read = conversion.end();
            }
        }
        literal(text, read, text.length(), reading);
        var done = reading.done(text.length());
        return new Readings(done, List.of(done), uses, List.of());
    }

    private static void literal(String text, int from, int to, Reading.Assembly reading) {
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
