package dev.parlance.rest.delivery;

import dev.parlance.catalog.MessageKey;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.http.Caching;
import dev.parlance.rest.http.HeaderLine;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.QueryArguments;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.input.Shape;
import dev.parlance.rest.input.TimeZones;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One message, rendered, as an answer: the same whichever way it was asked for. */
record MessageAnswer(Snapshot snapshot, Shape shape, boolean negotiated, RenderedView view) {
    private static final Map<Shape, HeaderLine> TYPES = new EnumMap<>(Shape.class);
    private static final HeaderLine CACHED = HeaderLine.of(HttpHeaders.CACHE_CONTROL, Caching.CHANNEL);
    private static final HeaderLine VARIES = HeaderLine.of(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    private static final HeaderLine VARIES_WITH_LANGUAGE = HeaderLine.of(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);

    static {
        for (var shape : Shape.values()) {
            TYPES.put(shape, HeaderLine.of(HttpHeaders.CONTENT_TYPE, shape.mediaType()));
        }
    }

    /**
     * As the address has it.
     *
     * @param query all its parameters, the arguments among them
     */
    record Asked(String key, @Nullable String locale, @Nullable String timeZone, @Nullable String strict, Map<String, List<String>> query) {
    }

    /** Refuses what cannot be read, what is unknown and, where that is asked for, arguments that do not fit. */
    static MessageAnswer of(Snapshot snapshot, Shape shape, Asked asked, Optional<String> acceptLanguage) {
        var zone = TimeZones.parameter("timeZone", asked.timeZone());
        boolean strict = Parameters.truth("strict", asked.strict());
        var reader = ReaderLocale.of(snapshot, asked.locale(), acceptLanguage);
        var message = reader.served().findMessage(new MessageKey(asked.key()).value())
                .orElseThrow(() -> ProblemType.UNKNOWN_MESSAGE.with(asked.key(), snapshot.catalog().value()));
        var arguments = QueryArguments.of(asked.query(), message.contract());
        return new MessageAnswer(snapshot, shape, reader.negotiated(), RenderedView.of(snapshot, reader, message, arguments, zone, strict));
    }

    byte[] body(RenderedJson json) {
        return switch (shape) {
            case JSON -> json.bytes(view);
            case TEXT -> view.text().getBytes(StandardCharsets.UTF_8);
            case PROBLEM -> json.bytes(view.problem(snapshot.catalog().value()));
        };
    }

    List<HeaderLine> headers() {
        return List.of(TYPES.get(shape), CACHED, HeaderLine.of(Caching.RELEASE, Integer.toString(snapshot.release())),
                HeaderLine.of(HttpHeaders.CONTENT_LANGUAGE, view.locale()), negotiated ? VARIES_WITH_LANGUAGE : VARIES);
    }
}
