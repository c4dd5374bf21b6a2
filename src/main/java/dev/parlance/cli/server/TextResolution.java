package dev.parlance.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the messages of a server that lines contain.
 *
 * @param catalog empty for all catalogs that the key may read
 * @param locale  the locale of the explanations (BCP 47)
 */
public record TextResolution(ApiClient client, Optional<String> catalog, String locale) {
    private static final int MAX_CANDIDATES = 10;

    /**
     * A message in a line.
     *
     * @param byText  whether the line contains the text of the message, rather than only its code
     * @param start   in UTF-16 units
     * @param end     in UTF-16 units
     * @param details all that the server says about it
     */
    public record Match(String catalog, String key, String code, String text, boolean byText, int start, int end, JsonNode details) {
        static Match of(JsonNode it) {
            return new Match(it.path("catalog").asText(), it.path("key").asText(), it.path("code").asText(), it.path("text").asText(),
                    it.path("match").asText().equals("text"), it.path("start").asInt(), it.path("end").asInt(), it);
        }
    }

    /** Returns the matches of each line, best first. */
    public List<List<Match>> resolve(List<String> lines) {
        var body = JsonNodeFactory.instance.objectNode().put("locale", locale).put("fuzzy", true).put("limit", MAX_CANDIDATES);
        var texts = body.putArray("texts");
        lines.forEach(texts::add);
        var request = catalog.map(it -> ApiRequest.of("POST", "catalogs", it, "resolve")).orElseGet(() -> ApiRequest.of("POST", "resolve"));
        var results = client.send(request.withBody("application/json", body.toString().getBytes(StandardCharsets.UTF_8))).json()
                .path("results");
        var matches = new ArrayList<List<Match>>();
        for (var result : results) {
            var ofLine = new ArrayList<Match>();
            result.path("candidates").forEach(it -> ofLine.add(Match.of(it)));
            matches.add(ofLine);
        }
        return matches;
    }
}
