package dev.parlance.webhooks.sending;

import dev.parlance.webhooks.AddressRules;
import dev.parlance.webhooks.Delivery.SendError;
import dev.parlance.webhooks.WebhookSender;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;

/** Resolves the name of a host, checks the addresses, and connects to a checked one. */
public final class PinnedAddressSender implements WebhookSender {
    private static final int CONNECT_TIMEOUT_MILLIS = 5000;
    private static final int MAX_HEADER_BYTES = 8192;

    private final HttpClient client;
    private final AddressRules rules;
    private final Duration timeout;

    /** @param timeout for the whole request, from the connection to the end of the excerpt */
    public PinnedAddressSender(Vertx vertx, AddressRules rules, Duration timeout) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setKeepAlive(false).setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setSslHandshakeTimeout(CONNECT_TIMEOUT_MILLIS).setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(MAX_HEADER_BYTES).setDecompressionSupported(false).setVerifyHost(true).setTrustAll(false)
                .setMaxPoolSize(1000).setTracingPolicy(TracingPolicy.IGNORE));
        this.rules = rules;
        this.timeout = timeout;
    }

    @Override
    public Response send(Request request) {
        InetAddress address;
        try {
            var allowed = Arrays.stream(InetAddress.getAllByName(request.url().getHost())).filter(rules::isAllowed).findFirst();
            if (allowed.isEmpty()) {
                return Response.failed(SendError.ADDRESS_NOT_ALLOWED);
            }
            address = allowed.get();
        } catch (UnknownHostException e) {
            return Response.failed(SendError.UNKNOWN_HOST);
        }
        return exchange(request, address);
    }

    private Response exchange(Request request, InetAddress address) {
        var sent = new AtomicReference<HttpClientRequest>();
        var result = new CompletableFuture<Response>();
        client.request(toOptions(request, address)).onFailure(result::completeExceptionally).onSuccess(it -> {
            sent.set(it);
            if (result.isDone()) {
                it.reset();
                return;
            }
            it.exceptionHandler(result::completeExceptionally);
            it.response().onFailure(result::completeExceptionally).onSuccess(response -> read(response, result));
            it.end(Buffer.buffer(request.body()));
        });
        try {
            return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(false);
            return Response.failed(SendError.TIMEOUT);
        } catch (ExecutionException e) {
            return Response.failed(classify(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.cancel(false);
            throw new CancellationException("The service stops");
        } finally {
            var open = sent.get();
            if (open != null) {
                open.connection().close();
            }
        }
    }

    private static RequestOptions toOptions(Request request, InetAddress address) {
        var url = request.url();
        boolean tls = url.getScheme().equals("https");
        int defaultPort = tls ? 443 : 80;
        int port = url.getPort() < 0 ? defaultPort : url.getPort();
        var options = new RequestOptions().setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost().replaceAll("[\\[\\]]", "")).setPort(port).setSsl(tls).setURI(target(url)).setFollowRedirects(false)
                .putHeader("content-type", "application/json").putHeader("user-agent", "Parlance");
        request.headers().forEach(options::putHeader);
        return options;
    }

    private static String target(URI url) {
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    private static void read(HttpClientResponse response, CompletableFuture<Response> result) {
        var excerpt = new ResponseExcerpt();
        response.exceptionHandler(result::completeExceptionally);
        response.handler(part -> {
            if (excerpt.add(part.getBytes())) {
                result.complete(toResponse(response, excerpt));
            }
        });
        response.endHandler(end -> result.complete(toResponse(response, excerpt)));
    }

    private static Response toResponse(HttpClientResponse response, ResponseExcerpt excerpt) {
        return Response.of(response.statusCode(), excerpt.toString()).withRetryAfter(response.getHeader(HttpHeaders.RETRY_AFTER));
    }

    private static SendError classify(Throwable failure) {
        if (failure instanceof SSLException || failure.getCause() instanceof SSLException) {
            return SendError.TLS_FAILED;
        }
        if (failure instanceof ConnectTimeoutException) {
            return SendError.TIMEOUT;
        }
        boolean closed = failure instanceof IOException || failure instanceof HttpClosedException;
        return closed ? SendError.CONNECTION_FAILED : SendError.INVALID_RESPONSE;
    }
}
