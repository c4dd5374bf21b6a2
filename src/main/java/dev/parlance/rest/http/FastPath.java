package dev.parlance.rest.http;

import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/**
 * Serves common valid GETs on the event loop; everything else falls through to Jakarta REST, which gives the same answer to the
 * same question.
 */
@ApplicationScoped
class FastPath {
    private final List<FastPathHandler> handlers;
    private final RequestTimes times;

    FastPath(@All List<FastPathHandler> handlers, RequestTimes times) {
        this.handlers = handlers;
        this.times = times;
    }

    void install(@Observes Router router) {
        router.route().order(RequestGate.FIRST - 2).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        long began = System.nanoTime();
        var request = context.request();
        var answered = plain(request) ? first(context) : Optional.<FastPathHandler.Answer>empty();
        if (answered.isPresent()) {
            times.record(answered.get().template(), request.method(), answered.get().status(), began);
        } else {
            context.next();
        }
    }

    private Optional<FastPathHandler.Answer> first(RoutingContext context) {
        for (var handler : handlers) {
            var answer = handler.answer(context);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    /** A body and long headers are for the gate to judge. */
    private static boolean plain(HttpServerRequest request) {
        var headers = request.headers();
        return (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && !headers.contains(HttpHeaders.CONTENT_LENGTH) && !headers.contains(HttpHeaders.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaders.CONTENT_ENCODING)
                && RequestGate.size(request) <= RequestGate.LARGEST_HEADER;
    }
}
