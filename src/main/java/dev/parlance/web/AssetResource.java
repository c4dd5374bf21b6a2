package dev.parlance.web;

import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.PrecomputedResponse;
import dev.parlance.web.page.Assets;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The style sheets and images of the pages. */
@Path("/assets/{file}")
@Produces({"text/css", "image/svg+xml"})
@NonBlocking
public class AssetResource {
    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    @AllowedCallers(AllowedCallers.CallerGroup.ANYONE)
    @Operation(hidden = true)
    public RestResponse<String> get(String file, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var asset = assets.find(file).orElseThrow(() -> ProblemType.NOT_FOUND.with(Assets.PREFIX + file));
        return PrecomputedResponse.ofText(asset.content(), asset.mediaType(), Map.of(HttpHeaders.CACHE_CONTROL, CacheHeaders.IMMUTABLE),
                ifNoneMatch);
    }
}
