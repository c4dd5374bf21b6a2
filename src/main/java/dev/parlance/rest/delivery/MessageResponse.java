package dev.parlance.rest.delivery;

import dev.parlance.catalog.MessageKey;
import dev.parlance.locales.Fallback;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.ResponseHeader;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.QueryArguments;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.input.Representation;
import dev.parlance.rest.input.TimeZones;
import dev.parlance.rest.usage.DeliveryUsage;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The response with one rendered message, shared by the fast path and Jakarta REST.
 *
 * @param developerText the text in English, or in the source locale if there is none; null unless the representation has it
 */
record MessageResponse(Snapshot snapshot, Representation representation, ReaderLocale readerLocale, PublishedMessage message,
        RenderedView view, @Nullable String developerText) {
    private static final Map<Representation, ResponseHeader> CONTENT_TYPES = new EnumMap<>(Representation.class);
    private static final LocaleTag ENGLISH = new LocaleTag("en");
    private static final ResponseHeader CACHE_CONTROL = ResponseHeader.of(HttpHeaders.CACHE_CONTROL, CacheHeaders.CHANNEL);
    private static final ResponseHeader VARY = ResponseHeader.of(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    private static final ResponseHeader VARY_WITH_LANGUAGE = ResponseHeader.of(HttpHeaders.VARY,
            HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);

    static {
        for (var shape : Representation.values()) {
            CONTENT_TYPES.put(shape, ResponseHeader.of(HttpHeaders.CONTENT_TYPE, shape.contentType()));
        }
    }

    /**
     * The parameters of a request, as in its URL.
     *
     * @param query all query parameters, including the arguments
     */
    record RenderQuery(String key, @Nullable String locale, @Nullable String timeZone, @Nullable String strict,
            @Nullable String fallback, Map<String, List<String>> query) {
    }

    /**
     * Renders the message.
     *
     * @throws dev.parlance.problems.ProblemException if a parameter is invalid, if the message, its text or the locale is unknown, or if
     *         the request is strict and its arguments do not match the declared ones
     */
    static MessageResponse of(Snapshot snapshot, Representation representation, RenderQuery request, Optional<String> acceptLanguage) {
        var zone = TimeZones.parseParameter("timeZone", request.timeZone());
        boolean strict = Parameters.parseBoolean("strict", request.strict());
        var fallback = Parameters.parseFallback(request.fallback(), Fallback.FULL);
        var readerLocale = ReaderLocale.of(snapshot, request.locale(), acceptLanguage, fallback);
        var message = readerLocale.served().findMessage(new MessageKey(request.key()).value())
                .orElseThrow(() -> ProblemType.UNKNOWN_MESSAGE.with(request.key(), snapshot.catalog().value()));
        if (!readerLocale.accepts(message)) {
            throw ProblemType.UNKNOWN_TEXT.with(request.key(), readerLocale.requested().value());
        }
        var arguments = QueryArguments.of(request.query(), message.contract());
        var view = RenderedView.of(snapshot, readerLocale, message, arguments, zone, strict);
        return new MessageResponse(snapshot, representation, readerLocale, message, view,
                representation == Representation.RPC ? renderForDevelopers(snapshot, message, arguments, zone) : null);
    }

    private static String renderForDevelopers(Snapshot snapshot, PublishedMessage message, ArgumentValues arguments, ZoneId zone) {
        var offered = snapshot.offeredLocales();
        // A draft has only the requested locales and the source in memory.
        var locale = offered.find(ENGLISH).flatMap(english -> snapshot.loadedLocales().stream()
                .filter(it -> it.locale().equals(english)).findFirst()).orElseGet(() -> snapshot.locale(offered.source()));
        return locale.findMessage(message.key()).orElseThrow().render(arguments, zone).text();
    }

    /** Counts that the message was rendered. */
    void countIn(DeliveryUsage usage) {
        usage.countRender(snapshot, readerLocale, message, view.locale(), view.missingArguments());
    }

    byte[] body(RenderedJsonWriter json) {
        return switch (representation) {
            case JSON -> json.toBytes(view);
            case TEXT -> view.text().getBytes(StandardCharsets.UTF_8);
            case PROBLEM -> json.toBytes(view.toProblem(snapshot.catalog().value()));
            case RPC -> json.toBytes(view.toRpcStatus(snapshot.catalog().value(), Objects.requireNonNull(developerText)).toDocument());
        };
    }

    List<ResponseHeader> headers() {
        return List.of(CONTENT_TYPES.get(representation), CACHE_CONTROL,
                ResponseHeader.of(CacheHeaders.RELEASE_HEADER, Integer.toString(snapshot.release())),
                ResponseHeader.of(HttpHeaders.CONTENT_LANGUAGE, view.locale()), readerLocale.negotiated() ? VARY_WITH_LANGUAGE : VARY);
    }
}
