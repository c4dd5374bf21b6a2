package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemException;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.http.Caching;
import dev.parlance.rest.http.FastPathHandler;
import dev.parlance.rest.http.HeaderLine;
import dev.parlance.rest.http.KnownParameters;
import dev.parlance.rest.http.RequestGate;
import dev.parlance.rest.input.Shape;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The short way of messages: reads the address itself, and has the answer made by {@link MessageAnswer} as {@link MessageResource} does.
 * It tells nobody what is wrong: whatever would be refused goes the long way, to be refused there.
 */
@Singleton
@Priority(1)
class PlainMessages implements FastPathHandler {
    private static final String BEFORE = "/v1/catalogs/";
    private static final String BETWEEN = "/messages/";
    private static final String TEMPLATE = BEFORE + "{catalog}" + BETWEEN + "{key}";
    private static final int OK = 200;

    private static final SortedMap<String, Boolean> PARAMETERS = KnownParameters.of(Arrays.stream(MessageResource.class.getDeclaredMethods())
            .filter(it -> it.getName().equals("render")).findFirst().orElseThrow());

    private final SnapshotRegistry delivery;
    private final RenderedJson json;

    PlainMessages(SnapshotRegistry delivery, RenderedJson json) {
        this.delivery = delivery;
        this.json = json;
    }

    private record Address(String catalog, String key) {
    }

    /** @return what was answered, or empty where the long way has to look at it */
    @Override
    public Optional<Answer> answer(RoutingContext context) {
        var request = context.request();
        var shape = Shape.named(request.getHeader(HttpHeaders.ACCEPT));
        if (shape == null || request.method() != HttpMethod.GET || request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE).size() > 1) {
            return Optional.empty();
        }
        var address = address(request);
        // Of a catalog that is not for everybody Jakarta REST asks who reads.
        if (address.isEmpty() || !delivery.state().isPublic(address.get().catalog()) || RequestGate.fault(request).isPresent()) {
            return Optional.empty();
        }
        try {
            var answer = answer(address.get(), query(context.queryParams()), shape,
                    Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
            send(answer, request);
            return Optional.of(new Answer(TEMPLATE, OK));
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }

    private MessageAnswer answer(Address address, Map<String, List<String>> query, Shape named, Optional<String> acceptLanguage) {
        KnownParameters.check(query, PARAMETERS);
        var snapshot = delivery.get(new CatalogName(address.catalog()));
        var shape = Shape.of(first(query, "format"), () -> named);
        var asked = new MessageAnswer.Asked(address.key(), first(query, "locale"), first(query, "timeZone"), first(query, "strict"), query);
        return MessageAnswer.of(snapshot, shape, asked, acceptLanguage);
    }

    private void send(MessageAnswer answer, HttpServerRequest request) {
        var body = Buffer.buffer(answer.body(json));
        var headers = request.response().headers();
        HeaderLine.write(answer.headers(), headers);
        delivery.staleness().ifPresent(it -> headers.add(Caching.STALE, Long.toString(it.toSeconds())));
        request.response().end(body);
    }

    /** Names are read by their types, which know no character that is encoded, and no slash. */
    private static Optional<Address> address(HttpServerRequest request) {
        var path = request.path();
        int end = path.indexOf('/', BEFORE.length());
        return end > 0 && path.startsWith(BEFORE) && path.startsWith(BETWEEN, end)
                ? Optional.of(new Address(path.substring(BEFORE.length(), end), path.substring(end + BETWEEN.length())))
                : Optional.empty();
    }

    private static Map<String, List<String>> query(MultiMap parameters) {
        var query = new HashMap<String, List<String>>();
        for (var name : parameters.names()) {
            query.put(name, parameters.getAll(name));
        }
        return query;
    }

    private static @Nullable String first(Map<String, List<String>> query, String name) {
        var values = query.get(name);
        return values == null ? null : values.get(0);
    }
}
