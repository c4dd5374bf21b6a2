package dev.parlance.cli.generate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import dev.parlance.cli.server.ApiClient;
import dev.parlance.cli.server.ApiRequest;
import dev.parlance.cli.server.ApiResponse;
import dev.parlance.codegen.CatalogMessage;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the messages of the release at which a channel points. */
public record ReleasedMessages(ApiClient client, String catalog, String channel) {
    private static final String PAGE_SIZE = "500";
    private static final String RELEASE_HEADER = "Parlance-Release";
    private static final int MAX_ATTEMPTS = 5;

    /**
     * Returns all messages of one release.
     *
     * @throws CommandFailure {@code REFUSED} or {@code UNREACHABLE}
     */
    public List<CatalogMessage> read() {
        var source = client.send(ApiRequest.get("catalogs", catalog)).json().path("sourceLocale").asText();
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var messages = tryRead(source);
            if (messages.isPresent()) {
                return messages.get();
            }
        }
        throw new CommandFailure(ExitCode.UNREACHABLE, "The channel " + channel + " moved several times during the command. Repeat it.");
    }

    /** Returns empty if the channel moves between two pages, because the messages would be those of two releases. */
    private Optional<List<CatalogMessage>> tryRead(String source) {
        var messages = new ArrayList<CatalogMessage>();
        var request = ApiRequest.get("catalogs", catalog, "messages").with("channel", channel).with("locale", source)
                .with("limit", PAGE_SIZE);
        var first = client.send(request);
        for (var page = first; ; page = client.send(request.with("cursor", page.json().path("next").asText()))) {
            if (!release(page).equals(release(first))) {
                return Optional.empty();
            }
            var json = page.json();
            json.path("messages").forEach(it -> messages.add(toMessage(it)));
            if (!json.hasNonNull("next")) {
                return Optional.of(messages);
            }
        }
    }

    private static Optional<String> release(ApiResponse response) {
        return response.header(RELEASE_HEADER);
    }

    private static CatalogMessage toMessage(JsonNode it) {
        var arguments = new ArrayList<Argument>();
        it.path("arguments").forEach(argument -> arguments.add(new Argument(argument.path("name").asText(),
                ArgumentType.of(argument.path("type").asText()), argument.path("example").asText(""))));
        return new CatalogMessage(it.path("key").asText(), it.path("code").asText(), Optional.of(it.path("reason").asText()),
                OptionalInt.of(it.path("httpStatus").asInt()),
                Optional.ofNullable(it.path("grpcStatus").textValue()),
                it.path("text").asText(), it.path("description").asText(""), arguments);
    }
}
