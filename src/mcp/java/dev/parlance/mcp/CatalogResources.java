package dev.parlance.mcp;

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
        return new TextResourceContents(ROOT, api.get(LoopbackApi.path("catalogs")).toString(), JSON);
    }

    @ResourceTemplate(uriTemplate = ROOT + "/{catalog}", name = "catalog", mimeType = JSON,
            description = "A catalog: its source locale, its locales with their completeness, and its channels")
    TextResourceContents catalog(String catalog) {
        return new TextResourceContents(ROOT + "/" + catalog, api.get(LoopbackApi.path("catalogs", catalog)).toString(), JSON);
    }
}
