package dev.parlance.rest.administration;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.ChangeAccess;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Whether everybody may read the releases of a catalog. A resource of its own, and without If-Match: it is one word, which says
 * the same whatever was there before.
 */
@Path("/v1/catalogs/{catalog}/visibility")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class VisibilityResource {
    private final AccessRegistry accessRegistry;
    private final ChangeAccess changeAccess;

    VisibilityResource(AccessRegistry accessRegistry, ChangeAccess changeAccess) {
        this.accessRegistry = accessRegistry;
        this.changeAccess = changeAccess;
    }

    @Schema(name = "Visibility")
    record VisibilityView(@JsonProperty("public") @Schema(description = "true: everybody reads releases without credentials. "
            + "false: to whom nothing is allowed in it, the catalog does not exist") @Nullable Boolean publiclyReadable) {
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "getVisibility", summary = "Whether everybody may read the releases of a catalog")
    public RestResponse<VisibilityView> get(String catalog) {
        var name = new CatalogName(catalog);
        if (!accessRegistry.snapshot().contains(name)) {
            throw ProblemType.UNKNOWN_CATALOG.with(catalog);
        }
        return toResponse(name);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(operationId = "putVisibility", summary = "Opens a catalog to everybody, or closes it: at once here, within 5 seconds everywhere",
            description = "What browsers and caches have been given of a public catalog they may keep for as long as they were told.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = VisibilityView.class)))
    public RestResponse<VisibilityView> save(String catalog, byte[] body) {
        var request = JsonBody.read(body, VisibilityView.class, "");
        if (request.publiclyReadable() == null) {
            throw ProblemType.INVALID_FIELD.with("/public", "missing");
        }
        var name = new CatalogName(catalog);
        changeAccess.setPublic(name, request.publiclyReadable());
        return toResponse(name);
    }

    private RestResponse<VisibilityView> toResponse(CatalogName catalog) {
        return ResponseBuilder.ok(new VisibilityView(accessRegistry.snapshot().isPublic(catalog)), MediaType.APPLICATION_JSON_TYPE).build();
    }
}
