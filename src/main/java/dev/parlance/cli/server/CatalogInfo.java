package dev.parlance.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.locales.LocaleTag;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;

/** Operations on a catalog as a whole. */
public record CatalogInfo(ApiClient client, String catalog) {
    private static final int NOT_FOUND = 404;

    public boolean exists() {
        var result = client.trySend(ApiRequest.get("catalogs", catalog));
        result.problem().filter(it -> it.status() != NOT_FOUND).ifPresent(it -> {
            throw client.failure(it);
        });
        return result.problem().isEmpty();
    }

    /** Creates the catalog with only the source locale. */
    public void create(LocaleTag sourceLocale) {
        var body = JsonNodeFactory.instance.objectNode().put("name", catalog).put("title", catalog)
                .put("sourceLocale", sourceLocale.value());
        client.send(ApiRequest.of("POST", "catalogs").withBody("application/json", body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Retires the current version of a message, which removes it with all its texts from the next release. */
    public void retire(String key) {
        var current = client.send(ApiRequest.get("catalogs", catalog, "draft", "messages", key));
        var request = ApiRequest.of("DELETE", "catalogs", catalog, "messages", key);
        client.send(current.header("ETag").map(it -> request.withHeader("If-Match", it)).orElse(request));
    }

    /**
     * Returns the locales of the draft, including the source locale.
     *
     * @param source the source locale of the project
     * @throws CommandFailure {@code USAGE} if the catalog has a different source locale, because its source texts would be mixed up
     */
    public SortedSet<LocaleTag> locales(LocaleTag source) {
        var locales = new TreeSet<LocaleTag>();
        var body = client.send(ApiRequest.get("catalogs", catalog, "draft")).json();
        var actual = LocaleTag.parse(body.path("sourceLocale").asText());
        if (!actual.equals(source)) {
            throw CommandFailure.usage("The source locale of the catalog " + catalog + " is " + actual + " and not " + source
                    + ". Set sourceLocale: " + actual + " in parlance.yaml.");
        }
        locales.add(actual);
        for (JsonNode it : body.path("locales")) {
            locales.add(LocaleTag.parse(it.path("locale").asText()));
        }
        return locales;
    }
}
