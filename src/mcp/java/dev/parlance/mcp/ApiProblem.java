package dev.parlance.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.mcp.server.ToolCallException;

/** A refusal of the API. Its message has the texts of the problem, in the language of the caller, and the problem as JSON. */
final class ApiProblem extends ToolCallException {
    private static final long serialVersionUID = 1;

    ApiProblem(int status, JsonNode problem) {
        super(problem.path("title").asText("Refused") + ". " + problem.path("detail").asText("") + "\n[" + status + " "
                + problem.path("code").asText("") + "] " + problem);
    }
}
