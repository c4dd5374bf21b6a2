package dev.parlance.rest.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** Of the head of an answer, as it is written to the wire. */
public record HeaderLine(CharSequence name, CharSequence value) {
    /** What the gate says of every public answer: the short ways are before it. */
    private static final List<HeaderLine> OF_THE_GATE = List.of(
            of("X-Content-Type-Options", "nosniff"),
            of("Access-Control-Allow-Origin", "*"),
            of("Access-Control-Expose-Headers", PublicOrigins.EXPOSED));

    public static HeaderLine of(String name, String value) {
        return new HeaderLine(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
    }

    /** Past the gate, whose lines are written too. */
    public static void write(List<HeaderLine> lines, MultiMap headers) {
        add(lines, headers);
        add(OF_THE_GATE, headers);
    }

    private static void add(List<HeaderLine> lines, MultiMap headers) {
        for (var line : lines) {
            headers.add(line.name(), line.value());
        }
    }
}
