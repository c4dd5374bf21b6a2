package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemException;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.FastPathHandler;
import dev.parlance.rest.http.RequestValidation;
import dev.parlance.rest.http.ResponseHeader;
import dev.parlance.rest.http.UnknownParameterFilter;
import dev.parlance.rest.input.Representation;
import dev.parlance.rest.usage.DeliveryUsage;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The fast path of messages. It parses the URL itself, and creates the same {@link MessageResponse} as {@link MessageResource}.
 *
 * <p>It never sends a problem. Requests to be rejected fall through to Jakarta REST.
 */
@Singleton
@Priority(1)
class MessageFastPath implements FastPathHandler {
    private static final String CATALOGS_PREFIX = "/v1/catalogs/";
    private static final String MESSAGES_SEGMENT = "/messages/";
    private static final String TEMPLATE = CATALOGS_PREFIX + "{catalog}" + MESSAGES_SEGMENT + "{key}";
    private static final int OK = 200;

    private static final SortedMap<String, Boolean> PARAMETERS = UnknownParameterFilter.declaredBy(Arrays
            .stream(MessageResource.class.getDeclaredMethods())
            // The order of methods is not specified, and a private method has the same name.
            .filter(it -> it.isAnnotationPresent(GET.class) && it.getName().equals("render")).findFirst().orElseThrow());

    private final SnapshotRegistry snapshots;
    private final RenderedJsonWriter jsonWriter;
    private final DeliveryUsage usage;

    MessageFastPath(SnapshotRegistry snapshots, RenderedJsonWriter jsonWriter, DeliveryUsage usage) {
        this.snapshots = snapshots;
        this.jsonWriter = jsonWriter;
        this.usage = usage;
    }

    private record MessageAddress(String catalog, String key) {
    }

    /** Sends the rendered message; returns empty if Jakarta REST must handle the request. */
    @Override
    public Optional<Answer> respond(RoutingContext context) {
        var request = context.request();
        var representation = Representation.ofCommonHeader(request.getHeader(HttpHeaders.ACCEPT));
        if (representation == null || request.method() != HttpMethod.GET
                || request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE).size() > 1) {
            return Optional.empty();
        }
        var address = parseAddress(request);
        // Private catalogs and drafts require authentication, which Jakarta REST performs.
        if (address.isEmpty() || !snapshots.state().isPublic(address.get().catalog())
                || RequestValidation.findProblem(request).isPresent() || context.queryParams().contains("channel")) {
            return Optional.empty();
        }
        try {
            var response = respond(address.get(), toMultivaluedMap(context.queryParams()), representation,
                    Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
            send(response, request);
            response.countIn(usage);
            return Optional.of(new Answer(TEMPLATE, OK));
        } catch (ProblemException problem) {
            return Optional.empty();
        }
    }

    private MessageResponse respond(MessageAddress address, Map<String, List<String>> query, Representation accepted,
            Optional<String> acceptLanguage) {
        UnknownParameterFilter.rejectUnknown(query, PARAMETERS);
        var snapshot = snapshots.get(new CatalogName(address.catalog()));
        var representation = Representation.of(firstValue(query, "format"), () -> accepted);
        var message = new MessageResponse.RenderQuery(address.key(), firstValue(query, "locale"), firstValue(query, "timeZone"),
                firstValue(query, "strict"), firstValue(query, "fallback"), query);
        return MessageResponse.of(snapshot, representation, message, acceptLanguage);
    }

    private void send(MessageResponse response, HttpServerRequest request) {
        var body = Buffer.buffer(response.body(jsonWriter));
        var headers = request.response().headers();
        ResponseHeader.writeAll(response.headers(), headers);
        snapshots.staleness().ifPresent(it -> headers.add(CacheHeaders.STALE_HEADER, Long.toString(it.toSeconds())));
        request.response().end(body);
    }

    /** Splits the path without decoding it. The types of the names reject slashes and percent-encoded characters. */
    private static Optional<MessageAddress> parseAddress(HttpServerRequest request) {
        var path = request.path();
        int catalogEnd = path.indexOf('/', CATALOGS_PREFIX.length());
        return catalogEnd > 0 && path.startsWith(CATALOGS_PREFIX) && path.startsWith(MESSAGES_SEGMENT, catalogEnd)
                ? Optional.of(new MessageAddress(path.substring(CATALOGS_PREFIX.length(), catalogEnd),
                path.substring(catalogEnd + MESSAGES_SEGMENT.length())))
                : Optional.empty();
    }

    private static Map<String, List<String>> toMultivaluedMap(MultiMap parameters) {
        var query = new HashMap<String, List<String>>();
        for (var name : parameters.names()) {
            query.put(name, parameters.getAll(name));
        }
        return query;
    }

    private static @Nullable String firstValue(Map<String, List<String>> query, String name) {
        var values = query.get(name);
        return values == null ? null : values.get(0);
    }
}
