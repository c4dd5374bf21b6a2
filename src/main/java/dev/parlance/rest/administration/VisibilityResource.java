package dev.parlance.rest.administration;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parlance.audit.AuditAction;
import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.http.SmallBody;
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
 * The resource of the visibility of a catalog: public or private.
 *
 * <p>It is separate from the settings and needs no {@code If-Match}, because it is a single value and the PUT is idempotent.
 */
@SmallBody
@Path("/v1/catalogs/{catalog}/visibility")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class VisibilityResource {
    private final AccessRegistry accessRegistry;
    private final ChangeAccess changeAccess;
    private final CurrentCaller caller;
    private final RequestAudit audit;

    VisibilityResource(AccessRegistry accessRegistry, ChangeAccess changeAccess, CurrentCaller caller, RequestAudit audit) {
        this.accessRegistry = accessRegistry;
        this.changeAccess = changeAccess;
        this.caller = caller;
        this.audit = audit;
    }

    @Schema(name = "Visibility")
    record VisibilityView(@JsonProperty("public") @Schema(description = "true: releases are readable without credentials. "
            + "false: the catalog answers 404 to callers without access") @Nullable Boolean publiclyReadable) {
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "getVisibility", summary = "Returns whether a catalog is public.")
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
    @Operation(operationId = "updateVisibility",
            summary = "Makes a catalog public or private. Takes effect at once on this replica, within 5 seconds on all others.",
            description = "Browsers and caches may keep responses of a public catalog until these expire.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = VisibilityView.class)))
    public RestResponse<VisibilityView> save(String catalog, byte[] body) {
        var request = JsonBody.read(body, VisibilityView.class, "");
        if (request.publiclyReadable() == null) {
            throw ProblemType.INVALID_FIELD.with("/public", "missing");
        }
        var name = new CatalogName(catalog);
        if (changeAccess.setPublic(name, request.publiclyReadable(), caller.actor())) {
            audit.record(AuditAction.VISIBILITY_CHANGED, "catalog", catalog, "public", request.publiclyReadable().toString());
        }
        return toResponse(name);
    }

    private RestResponse<VisibilityView> toResponse(CatalogName catalog) {
        return ResponseBuilder.ok(new VisibilityView(accessRegistry.snapshot().isPublic(catalog)), MediaType.APPLICATION_JSON_TYPE).build();
    }
}
