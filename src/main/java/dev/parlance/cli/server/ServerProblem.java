package dev.parlance.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import java.io.IOException;

/**
 * A problem document of the server.
 *
 * @param code   the code of the problem; empty if the response is none, as from a proxy
 * @param body   the document, whose further members depend on the code
 */
public record ServerProblem(int status, String code, String title, String detail, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ServerProblem of(ApiResponse response) {
        JsonNode body;
        try {
            body = JSON.readTree(response.body());
        } catch (IOException notJson) {
            body = MissingNode.getInstance();
        }
        return new ServerProblem(response.status(), body.path("code").asText(""), body.path("title").asText("HTTP " + response.status()),
                body.path("detail").asText(""), body);
    }

    /** Returns the failure with one line: title, detail and what to do. */
    public CommandFailure toFailure(boolean hasKey) {
        var line = title + (detail.isEmpty() ? "." : ": " + detail) + " [" + status + (code.isEmpty() ? "" : " " + code) + "]";
        var remedy = remedy(hasKey);
        return new CommandFailure(status == 429 || status >= 500 ? ExitCode.UNREACHABLE : ExitCode.REFUSED,
                remedy.isEmpty() ? line : line + " " + remedy);
    }

    private String remedy(boolean hasKey) {
        if (status == 401 || (status == 403 || status == 404) && !hasKey) {
            return hasKey ? "Check that PARLANCE_KEY is a key or token that has not expired." : "Set PARLANCE_KEY to a key of the catalog.";
        }
        return switch (status) {
            case 403 -> "PARLANCE_KEY needs another scope: import for import and sync, publish for release and rollback.";
            case 404 -> "Check --catalog. import --create creates a catalog; PARLANCE_KEY must have access to it.";
            case 412 -> "It was changed at the same time. Run the command again.";
            case 429, 503 -> "Run the command again later.";
            default -> status >= 500 ? "Ask the operators of the service." : "";
        };
    }
}
