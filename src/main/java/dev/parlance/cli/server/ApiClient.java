package dev.parlance.cli.server;

import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Sends requests, and retries them when the server asks for it. */
public final class ApiClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    /** The largest import that is processed within one request takes less time. */
    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(5);
    private static final int MAX_ATTEMPTS = 5;
    private static final long MAX_RETRY_SECONDS = 60;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final URI server;
    private final Optional<String> key;
    private final String language;
    private final Pause pause;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1).build();

    /** Waits between two attempts. */
    @FunctionalInterface
    public interface Pause {
        void pause(Duration duration) throws InterruptedException;
    }

    /**
     * Creates a client.
     *
     * @param server   the URL of the service
     * @param key      an API key or personal token; never printed
     * @param language the language of problems
     */
    public ApiClient(URI server, Optional<String> key, String language, Pause pause) {
        this.server = server;
        this.key = key;
        this.language = language;
        this.pause = pause;
    }

    public void pause(Duration duration) {
        try {
            pause.pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.UNREACHABLE, "Interrupted.");
        }
    }

    /**
     * Sends a request and returns its successful response.
     *
     * @throws CommandFailure {@code REFUSED} or {@code UNREACHABLE}
     */
    public ApiResponse send(ApiRequest request) {
        var response = sendRaw(request);
        if (response.status() >= 200 && response.status() < 300) {
            return response;
        }
        throw ServerProblem.of(response).toFailure(key.isPresent());
    }

    /** Returns the problem of a request, or its successful response. */
    public Result trySend(ApiRequest request) {
        var response = sendRaw(request);
        return response.status() >= 200 && response.status() < 300 ? new Result(Optional.of(response), Optional.empty())
                : new Result(Optional.empty(), Optional.of(ServerProblem.of(response)));
    }

    /** Either a response or a problem. */
    public record Result(Optional<ApiResponse> response, Optional<ServerProblem> problem) {
    }

    public CommandFailure failure(ServerProblem problem) {
        return problem.toFailure(key.isPresent());
    }

    private ApiResponse sendRaw(ApiRequest request) {
        for (int attempt = 1;; attempt++) {
            var response = sendOnce(request);
            boolean busy = response.status() == TOO_MANY_REQUESTS || response.status() == UNAVAILABLE;
            if (!busy || attempt == MAX_ATTEMPTS || !isSafeToRepeat(request, response)) {
                return response;
            }
            pause(Duration.ofSeconds(retryAfter(response, attempt)));
        }
    }

    /** If the outcome of a commit is unknown, only requests that cannot take effect twice are retried. */
    private static boolean isSafeToRepeat(ApiRequest request, ApiResponse response) {
        return request.isRepeatable() || !ServerProblem.of(response).code().equals("outcome-unknown");
    }

    private static long retryAfter(ApiResponse response, int attempt) {
        long seconds = response.header("Retry-After").filter(it -> it.matches("[0-9]{1,6}")).map(Long::parseLong)
                .orElse(1L << (attempt - 1));
        return Math.min(Math.max(1, seconds), MAX_RETRY_SECONDS);
    }

    private ApiResponse sendOnce(ApiRequest request) {
        var builder = HttpRequest.newBuilder(URI.create(server + request.target())).timeout(REQUEST_TIMEOUT)
                .header("Accept-Language", language).method(request.method(),
                        request.body().map(it -> BodyPublishers.ofByteArray(it.bytes())).orElse(BodyPublishers.noBody()));
        request.body().ifPresent(it -> builder.header("Content-Type", it.mediaType()));
        request.headers().forEach(builder::header);
        key.ifPresent(it -> builder.header("Authorization", "Bearer " + it));
        try {
            var response = http.send(builder.build(), BodyHandlers.ofByteArray());
            return new ApiResponse(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNREACHABLE, "Cannot reach " + server + ": " + reason(e)
                    + ". Check that the service runs and that --url, or url in parlance.yaml, is right.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.UNREACHABLE, "Interrupted.");
        }
    }

    /** Returns the reason of a connection failure. Those of the JDK often have no message. */
    private static String reason(IOException e) {
        if (e.getMessage() != null && !e.getMessage().isBlank()) {
            return e.getMessage();
        }
        return e instanceof ConnectException ? "connection refused" : e.getClass().getSimpleName();
    }
}
