package dev.parlance.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.List;

/** Finds out why a format cannot represent texts of the draft exactly. */
public record LossReport(ApiClient client, String catalog) {

    /**
     * A loss.
     *
     * @param reason   as in the API, such as {@code plural-form}
     * @param argument empty if the loss concerns the text itself
     */
    public record Loss(LocaleTag locale, String key, String reason, String argument) {
        @Override
        public String toString() {
            return key + " (" + locale + "): " + reason + (argument.isEmpty() ? "" : ", argument " + argument);
        }
    }

    /** Returns the losses of a locale; empty for formats that apps do not fetch, whose losses the server does not explain. */
    public List<Loss> find(String format, LocaleTag locale) {
        var losses = new ArrayList<Loss>();
        var request = ApiRequest.get("catalogs", catalog, "bundles", locale.value(), "loss").with("format", format)
                .with("channel", "draft").with("fallback", "none");
        client.trySend(request).response().ifPresent(response -> {
            for (JsonNode it : response.json().path("losses")) {
                losses.add(new Loss(locale, it.path("key").asText(), it.path("reason").asText(), it.path("argument").asText("")));
            }
        });
        return losses;
    }
}
