package dev.parlance.mcp;

import io.smallrye.config.PropertiesConfigSource;
import java.util.Map;

/**
 * The settings of the extension.
 *
 * <p>They are a source of their own, because the service without the extension would warn of unknown settings.
 */
public final class McpSettings extends PropertiesConfigSource {
    private static final long serialVersionUID = 1;

    /** Lower than {@code application.properties}. */
    private static final int ORDINAL = 100;

    private static final String MESSAGE_LOG = "io.quarkiverse.mcp.server.http.runtime.StreamableHttpMcpMessageHandler";

    public McpSettings() {
        super(Map.of(
                // Requests need no session, so that any replica answers them, and clients cannot fill the memory with sessions.
                "quarkus.mcp.server.http.streamable.dummy-init", "true",
                // A safeguard: sessions end with their request.
                "quarkus.mcp.server.connection-idle-timeout", "1M",
                // The class logs malformed requests as errors, and asks for a CORS filter instead of the policy of the service.
                "quarkus.log.category.\"" + MESSAGE_LOG + "\".level", "OFF"), "settings of the MCP server", ORDINAL);
    }
}
