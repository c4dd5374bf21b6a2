package dev.parlance.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The releases and channels of a catalog. */
public record CatalogReleases(ApiClient client, String catalog) {
    private static final String JSON = "application/json";
    private static final int NOT_FOUND = 404;

    /** Cuts a release, or returns its preview. */
    public ApiClient.Result cut(boolean dryRun, @Nullable String comment, boolean acceptBreaking) {
        var body = withComment(comment);
        if (acceptBreaking) {
            body.put("acceptBreaking", true);
        }
        var request = ApiRequest.of("POST", "catalogs", catalog, "releases").withBody(JSON, bytes(body));
        return client.trySend(dryRun ? request.with("dryRun", "true") : request);
    }

    /** Points a channel at a release, and creates the channel if it does not exist. */
    public JsonNode point(String channel, int release, @Nullable String comment) {
        var request = ApiRequest.of("PUT", "catalogs", catalog, "channels", channel)
                .withBody(JSON, bytes(withComment(comment).put("release", release)));
        return client.send(guard(request, channel)).json();
    }

    /** Moves a channel back; an empty number selects the last different release. */
    public JsonNode rollBack(String channel, OptionalInt to, @Nullable String comment) {
        var body = withComment(comment);
        to.ifPresent(it -> body.put("to", it));
        var request = ApiRequest.of("POST", "catalogs", catalog, "channels", channel, "rollback").withBody(JSON, bytes(body));
        return client.send(guard(request, channel)).json();
    }

    /** Makes the request fail if the channel was moved in the meantime. */
    private ApiRequest guard(ApiRequest request, String channel) {
        var current = client.trySend(ApiRequest.get("catalogs", catalog, "channels", channel));
        if (current.problem().isPresent()) {
            var problem = current.problem().get();
            if (problem.status() == NOT_FOUND && problem.code().equals("unknown-channel")) {
                return request.withHeader("If-None-Match", "*");
            }
            throw client.failure(problem);
        }
        return current.response().flatMap(it -> it.header("ETag")).map(it -> request.withHeader("If-Match", it)).orElse(request);
    }

    private static ObjectNode withComment(@Nullable String comment) {
        var body = JsonNodeFactory.instance.objectNode();
        return comment == null ? body : body.put("comment", comment);
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
