package dev.parlance.rest.delivery;

import dev.parlance.rest.http.RequestGate;
import dev.parlance.rest.http.RequestTimes;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * What is asked for most, and leaves nothing to be refused, is answered before anything else, on the event loop. Everything else
 * goes on, to the gate and to Jakarta REST, which answer the same to the same question.
 */
@ApplicationScoped
class ShortWay {
    private final KeptBundles bundles;
    private final PlainMessages messages;
    private final RequestTimes times;

    /** @param template the documented address */
    record Answered(String template, int status) {
    }

    ShortWay(KeptBundles bundles, PlainMessages messages, RequestTimes times) {
        this.bundles = bundles;
        this.messages = messages;
        this.times = times;
    }

    void install(@Observes Router router) {
        router.route().order(RequestGate.FIRST - 2).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        long began = System.nanoTime();
        var request = context.request();
        var answered = plain(request) ? bundles.answer(request).or(() -> messages.answer(context)) : Optional.<Answered>empty();
        if (answered.isPresent()) {
            times.record(answered.get().template(), request.method(), answered.get().status(), began);
        } else {
            context.next();
        }
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
