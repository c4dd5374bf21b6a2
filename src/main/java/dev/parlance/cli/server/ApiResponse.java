package dev.parlance.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.cli.outcome.ExitCode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * A response of the API.
 *
 * @param body must not be modified
 */
public record ApiResponse(int status, HttpHeaders headers, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** @throws CommandFailure {@code UNREACHABLE} if the body is not JSON, such as an error page of a proxy */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.UNREACHABLE,
                    "The response is not JSON. Check that the URL is that of the service, without a path.");
        }
    }
}
