package dev.parlance.rest.exchange;

import dev.parlance.catalog.CatalogName;
import dev.parlance.exchange.imports.RunImport;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.exchange.ImportParameters.MappingBody;
import dev.parlance.rest.exchange.ImportView.ColumnView;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The mapping of table columns for imports into a catalog. */
@Path("/v1/catalogs/{catalog}/import-mapping")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exchange")
public class ImportMappingResource {
    private final RunImport runImport;

    ImportMappingResource(RunImport runImport) {
        this.runImport = runImport;
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "getImportMapping",
            summary = "Returns the mapping that the next import of a table uses; empty if it is guessed.")
    public RestResponse<MappingBody> get(String catalog) {
        return respond(new MappingBody(runImport.findMapping(new CatalogName(catalog)).map(ColumnView::of).orElse(List.of())));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(value = Permission.IMPORT, localesInBody = true)
    @Operation(operationId = "saveImportMapping", summary = "Replaces the mapping. It applies to tables that have all of its columns.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MappingBody.class)))
    public RestResponse<MappingBody> put(String catalog, byte[] body) {
        var mapping = ImportParameters.parseMapping(body);
        runImport.saveMapping(new CatalogName(catalog), mapping);
        return respond(new MappingBody(ColumnView.of(mapping)));
    }

    private static RestResponse<MappingBody> respond(MappingBody mapping) {
        return ResponseBuilder.ok(mapping, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
