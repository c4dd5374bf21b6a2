package dev.parlance.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Tools that check and save texts. A saved text is a draft, which is not released before a person completes it. */
@Singleton
class EditingTools {
    private final LoopbackApi api;

    EditingTools(LoopbackApi api) {
        this.api = api;
    }

    @Tool(name = "check_text", description = "Checks a text against the arguments and the source text of its message, without saving it.",
            annotations = @Tool.Annotations(readOnlyHint = true, destructiveHint = false, openWorldHint = false))
    String checkText(@ToolArg(description = "Name of the catalog") String catalog, @ToolArg(description = "Key of the message") String key,
            @ToolArg(description = "Locale of the text (BCP 47)") String locale, @ToolArg(description = "The text") String message,
            @ToolArg(description = "icu, printf or plain; icu if omitted", required = false) Optional<String> syntax) {
        var body = JsonNodeFactory.instance.objectNode().put("locale", locale);
        var text = body.putArray("texts").addObject().put("key", key).put("message", message);
        syntax.ifPresent(it -> text.put("syntax", it));
        return api.send("POST", LoopbackApi.path("catalogs", catalog, "checks"), Map.of(), Optional.of(body)).toString();
    }

    @Tool(name = "save_draft", description = "Saves a text as a draft. The version is that of the text as read, so that edits of others "
            + "are not lost; without a version, the text must not exist yet.",
            annotations = @Tool.Annotations(readOnlyHint = false, destructiveHint = true, openWorldHint = false))
    String saveDraft(@ToolArg(description = "Name of the catalog") String catalog, @ToolArg(description = "Key of the message") String key,
            @ToolArg(description = "Locale of the text (BCP 47)") String locale, @ToolArg(description = "The text") String message,
            @ToolArg(description = "Description for readers", required = false) Optional<String> description,
            @ToolArg(description = "icu, printf or plain; icu if omitted", required = false) Optional<String> syntax,
            @ToolArg(description = "Version of the text that is replaced", required = false) Optional<Integer> version) {
        var body = JsonNodeFactory.instance.objectNode().put("message", message).put("state", "draft");
        description.ifPresent(it -> body.put("description", it));
        syntax.ifPresent(it -> body.put("syntax", it));
        var condition = version.map(it -> Map.of("If-Match", "\"" + it + "\"")).orElse(Map.of("If-None-Match", "*"));
        return api.send("PUT", LoopbackApi.path("catalogs", catalog, "messages", key, "texts", locale), condition, Optional.of(body))
                .toString();
    }
}
