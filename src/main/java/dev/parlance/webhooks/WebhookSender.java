package dev.parlance.webhooks;

import dev.parlance.webhooks.Delivery.SendError;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Sends requests to the URLs of webhooks. */
public interface WebhookSender {
    /** The maximum length of the excerpt of a response, in characters. */
    int MAX_EXCERPT = 1024;

    /** A POST request with a JSON body. */
    record Request(URI url, Map<String, String> headers, String body) {
    }

    /**
     * A response, or the reason why there is none.
     *
     * @param retryAfter the header {@code Retry-After}
     */
    record Response(OptionalInt status, String excerpt, Optional<SendError> error, Optional<String> retryAfter) {
        public static Response of(int status, String excerpt) {
            return new Response(OptionalInt.of(status), excerpt, Optional.empty(), Optional.empty());
        }

        public static Response failed(SendError error) {
            return new Response(OptionalInt.empty(), "", Optional.of(error), Optional.empty());
        }

        public Response withRetryAfter(@Nullable String value) {
            return new Response(status, excerpt, error, Optional.ofNullable(value));
        }
    }

    /**
     * Sends a request within bounded time. Follows no redirects, and connects to allowed addresses only.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    Response send(Request request);
}
