package dev.parlance.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tools that read catalogs and drafts. */
@Singleton
class ReadingTools {
    private static final String PAGE_SIZE = "50";
    private static final String TERMS = "500";

    private final LoopbackApi api;

    ReadingTools(LoopbackApi api) {
        this.api = api;
    }

    @Tool(name = "list_catalogs", description = "Lists the catalogs that the key may read.",
            annotations = @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false))
    String listCatalogs() {
        return api.get(LoopbackApi.path("catalogs")).toString();
    }

    @Tool(name = "list_messages", description = "Lists or searches the messages of a draft, with their text in a locale.",
            annotations = @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false))
    String listMessages(@ToolArg(description = "Name of the catalog") String catalog,
            @ToolArg(description = "Locale of the texts (BCP 47)") String locale,
            @ToolArg(description = "Text, key, code or reason to find", required = false) Optional<String> query,
            @ToolArg(description = "State of the texts, such as missing or draft", required = false) Optional<String> state,
            @ToolArg(description = "The next cursor of the previous page", required = false) Optional<String> cursor) {
        return api.get(LoopbackApi.path("catalogs", catalog, "draft", "messages") + LoopbackApi.query(Map.of("locale", Optional.of(locale),
                "q", query, "state", state, "cursor", cursor, "limit", Optional.of(PAGE_SIZE)))).toString();
    }

    @Tool(name = "read_message", description = "Reads a message of a draft: its arguments, its texts in all locales with their versions, "
            + "the messages that share its code, and the glossary's terms in its texts.",
            annotations = @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false))
    String readMessage(@ToolArg(description = "Name of the catalog") String catalog,
            @ToolArg(description = "Key of the message") String key,
            @ToolArg(description = "Locale of the siblings (BCP 47)") String locale) {
        var message = api.get(LoopbackApi.path("catalogs", catalog, "draft", "messages", key));
        var result = JsonNodeFactory.instance.objectNode();
        result.set("message", message);
        var siblings = result.putArray("siblings");
        api.get(LoopbackApi.path("catalogs", catalog, "draft", "messages") + LoopbackApi.query(Map.of("locale", Optional.of(locale), "code",
                Optional.of(message.path("code").asText())))).path("messages").forEach(it -> {
                    if (!it.path("key").asText().equals(key)) {
                        siblings.add(it);
                    }
                });
        addTerms(result.putArray("glossary"), catalog, message.path("texts").toString().toLowerCase(Locale.ROOT));
        return result.toString();
    }

    private void addTerms(ArrayNode terms, String catalog, String texts) {
        JsonNode glossary = api.get(LoopbackApi.path("catalogs", catalog, "glossary")
                + LoopbackApi.query(Map.of("limit", Optional.of(TERMS))));
        glossary.path("terms").forEach(it -> {
            if (texts.contains(it.path("term").asText().toLowerCase(Locale.ROOT))) {
                terms.add(it);
            }
        });
    }

    @Tool(name = "explain_text", description = "Finds the messages and arguments of a text that a user saw or a log contains.",
            annotations = @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false))
    String explainText(@ToolArg(description = "The text, or a line of a log") String text,
            @ToolArg(description = "Name of the catalog; all catalogs if omitted", required = false) Optional<String> catalog,
            @ToolArg(description = "Locale of the explanation (BCP 47)") String locale) {
        var body = JsonNodeFactory.instance.objectNode().put("text", text).put("locale", locale).put("fuzzy", true);
        var target = catalog.map(it -> LoopbackApi.path("catalogs", it, "resolve")).orElse(LoopbackApi.path("resolve"));
        return api.send("POST", target, Map.of(), Optional.of(body)).toString();
    }
}
