package dev.parlance.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.problem.ProblemDocuments;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Sends requests of tools to the API of this service, with the credentials and the language of the caller. */
@Singleton
class LoopbackApi {
    private static final String ACCEPT_LANGUAGE = "Accept-Language";
    private static final List<String> FORWARDED_HEADERS = List.of("Authorization", ACCEPT_LANGUAGE);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A tool waits on a worker thread, and its request needs another one. Without a limit, tools could wait for each other. */
    private static final int MAX_REQUESTS = 16;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
    private final Semaphore permits = new Semaphore(MAX_REQUESTS);
    private final CurrentVertxRequest current;
    private final ProblemDocuments documents;
    private final ObjectMapper json;

    LoopbackApi(CurrentVertxRequest current, ProblemDocuments documents, ObjectMapper json) {
        this.current = current;
        this.documents = documents;
        this.json = json;
    }

    /**
     * Returns the path of a request.
     *
     * @param segments encoded here
     */
    static String path(String... segments) {
        return "/v1/" + List.of(segments).stream().map(LoopbackApi::encode).collect(Collectors.joining("/"));
    }

    /** Returns the query of a request without the parameters that have no value. */
    static String query(Map<String, Optional<String>> parameters) {
        var query = parameters.entrySet().stream().filter(it -> it.getValue().isPresent())
                .map(it -> it.getKey() + "=" + encode(it.getValue().get())).sorted().collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** @throws ApiProblem if the API refuses the request */
    JsonNode get(String target) {
        return send("GET", target, Map.of(), Optional.empty());
    }

    /** @throws ApiProblem if the API refuses the request, or too many requests of tools are running */
    JsonNode send(String method, String target, Map<String, String> headers, Optional<JsonNode> body) {
        var request = HttpRequest.newBuilder(URI.create(address() + target)).timeout(TIMEOUT).header("Accept", "application/json")
                .method(method, body.map(it -> BodyPublishers.ofString(it.toString())).orElse(BodyPublishers.noBody()));
        body.ifPresent(it -> request.header("Content-Type", "application/json"));
        headers.forEach(request::header);
        callerHeaders().forEach(request::header);
        if (!permits.tryAcquire()) {
            throw busy();
        }
        try {
            return send(request.build());
        } finally {
            permits.release();
        }
    }

    private ApiProblem busy() {
        var problem = documents.create(ProblemType.BUSY.with(), Optional.ofNullable(callerHeaders().get(ACCEPT_LANGUAGE)));
        return new ApiProblem(problem.status(), json.valueToTree(problem.document()));
    }

    private JsonNode send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var content = json.readTree(response.body());
            if (response.statusCode() >= 300) {
                throw new ApiProblem(response.statusCode(), content);
            }
            return content;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns the address at which the caller's own connection arrived, which is one at which the service listens. */
    private String address() {
        var request = current.getCurrent().request();
        var local = request.localAddress();
        var host = local.hostAddress() == null ? "127.0.0.1" : local.hostAddress();
        return (request.isSSL() ? "https://" : "http://") + (host.contains(":") ? "[" + host.replaceFirst("%.*", "") + "]" : host) + ":"
                + local.port();
    }

    private Map<String, String> callerHeaders() {
        var headers = new LinkedHashMap<String, String>();
        var received = current.getCurrent().request().headers();
        for (var name : FORWARDED_HEADERS) {
            if (received.contains(name)) {
                headers.put(name, received.get(name));
            }
        }
        return headers;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
