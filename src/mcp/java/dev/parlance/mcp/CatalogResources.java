package dev.parlance.mcp;

import io.quarkiverse.mcp.server.JsonRpcErrorCodes;
import io.quarkiverse.mcp.server.McpException;
import io.quarkiverse.mcp.server.Resource;
import io.quarkiverse.mcp.server.ResourceTemplate;
import io.quarkiverse.mcp.server.TextResourceContents;
import jakarta.inject.Singleton;

/** The catalogs as resources. */
@Singleton
class CatalogResources {
    private static final String JSON = "application/json";
    private static final String ROOT = "parlance://catalogs";

    private final LoopbackApi api;

    CatalogResources(LoopbackApi api) {
        this.api = api;
    }

    @Resource(uri = ROOT, name = "catalogs", description = "The catalogs that the key may read", mimeType = JSON)
    TextResourceContents catalogs() {
        return read(ROOT, LoopbackApi.path("catalogs"));
    }

    @ResourceTemplate(uriTemplate = ROOT + "/{catalog}", name = "catalog", mimeType = JSON,
            description = "A catalog: its source locale, its locales with their completeness, and its channels")
    TextResourceContents catalog(String catalog) {
        return read(ROOT + "/" + catalog, LoopbackApi.path("catalogs", catalog));
    }

    /** @throws McpException if the API refuses the request. The extension would log another exception as an internal error. */
    private TextResourceContents read(String uri, String path) {
        try {
            return new TextResourceContents(uri, api.get(path).toString(), JSON);
        } catch (ApiProblem e) {
            throw new McpException(e.getMessage(), e, JsonRpcErrorCodes.RESOURCE_NOT_FOUND);
        }
    }
}
