package dev.parlance.rest.recognition;

import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.recognition.ResolveTexts.SearchedCatalog;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Finds the messages that rendered texts come from in all catalogs that the caller may read. */
@Path("/v1/resolve")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
@Tag(name = "Messages")
public class ResolveAnywhereResource {
    private final SnapshotRegistry snapshots;
    private final ResolveTexts resolveTexts;
    private final CurrentCaller caller;

    ResolveAnywhereResource(SnapshotRegistry snapshots, ResolveTexts resolveTexts, CurrentCaller caller) {
        this.snapshots = snapshots;
        this.resolveTexts = resolveTexts;
        this.caller = caller;
    }

    @POST
    @AllowedCallers(AllowedCallers.CallerGroup.OPTIONALLY_AUTHENTICATED)
    @ListFormats
    @Operation(operationId = "resolveTextsInAllCatalogs", summary = "Finds the messages that rendered texts come from in all catalogs.",
            description = "Searches the releases in `production` of the catalogs that the caller may read. Up to 500 texts.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ResolveRequest.class),
            examples = @ExampleObject(name = "a text in English", value = RecognitionExamples.RESOLVE_REQUEST)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ResolveResponse.class)))
    public RestResponse<ResolveResponse> resolve(byte[] body, @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var request = ResolveRequest.parse(body);
        if (!snapshots.isReady() || !caller.isAccessKnown()) {
            throw ProblemType.NOT_READY.with();
        }
        var catalogs = snapshots.productionSnapshots().stream().filter(it -> caller.canRead(it.catalog()))
                .map(it -> new SearchedCatalog(it, ReaderLocale.of(it, request.locale(), acceptLanguage))).toList();
        return ResponseBuilder.ok(resolveTexts.resolve(catalogs, request), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE).build();
    }
}
