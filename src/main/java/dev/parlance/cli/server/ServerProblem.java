package dev.parlance.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import java.io.IOException;
import java.util.Set;

/**
 * A problem document of the server.
 *
 * @param code   the code of the problem; empty if the response is not a problem document, such as an error page of a proxy
 * @param body   the document, whose additional members depend on the code
 */
public record ServerProblem(int status, String code, String title, String detail, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Codes of responses from URLs without this API; the code is empty if another server responds. */
    private static final Set<String> NO_API = Set.of("", "not-found");

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

    /** Returns the failure with a single line: title, detail and remedy. */
    public CommandFailure toFailure(boolean hasKey) {
        var line = title + (detail.isEmpty() ? "." : ": " + detail) + " [" + status + (code.isEmpty() ? "" : " " + code) + "]";
        var remedy = remedy(hasKey);
        return new CommandFailure(status == 429 || status >= 500 ? ExitCode.UNREACHABLE : ExitCode.REFUSED,
                remedy.isEmpty() ? line : line + " " + remedy);
    }

    private boolean isUnknownCatalog() {
        return code.equals("unknown-catalog");
    }

    private String remedy(boolean hasKey) {
        var option = OptionAdvice.of(code, body.path("arguments"));
        if (option.isPresent()) {
            return option.get();
        }
        if (status == 401 || (status == 403 || isUnknownCatalog()) && !hasKey) {
            return hasKey ? "Check that PARLANCE_KEY is a key or token that has not expired." : "Set PARLANCE_KEY to a key of the catalog.";
        }
        return switch (status) {
            case 403 -> "PARLANCE_KEY needs another scope: import for import and sync, publish for release and rollback.";
            case 404 -> isUnknownCatalog() ? "Check --catalog. import --create creates a catalog; PARLANCE_KEY must have access to it."
                    : NO_API.contains(code) ? "Check that --url, or url in parlance.yaml, is the URL of the service." : "";
            case 412 -> "It was changed at the same time. Run the command again.";
            case 429, 503 -> "Run the command again later.";
            default -> status >= 500 ? "Ask the operators of the service." : "";
        };
    }
}
