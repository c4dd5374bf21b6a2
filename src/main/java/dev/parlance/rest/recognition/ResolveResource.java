package dev.parlance.rest.recognition;

import dev.parlance.catalog.CatalogName;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.delivery.ChannelSnapshots;
import dev.parlance.rest.delivery.ChannelSnapshots.LocaleSelection;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.recognition.ResolveTexts.SearchedCatalog;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.usage.DeliveryUsage;
import dev.parlance.security.Permission;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Finds the messages of a catalog that rendered texts come from. */
@Path("/v1/catalogs/{catalog}/resolve")
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
@Tag(name = "Messages")
public class ResolveResource {
    private final ChannelSnapshots snapshots;
    private final ResolveTexts resolveTexts;
    private final DeliveryUsage usage;

    ResolveResource(ChannelSnapshots snapshots, ResolveTexts resolveTexts, DeliveryUsage usage) {
        this.usage = usage;
        this.snapshots = snapshots;
        this.resolveTexts = resolveTexts;
    }

    @POST
    @RequiresPermission(Permission.READ)
    @ListFormats
    @Operation(operationId = "resolveTexts", summary = "Finds the messages that rendered texts come from, with their arguments.",
            description = "Up to 500 texts. The best candidate matches the most literal characters. Unknown texts have no candidates, and "
                    + "count as missing unless `fuzzy` is true.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ResolveRequest.class),
            examples = @ExampleObject(name = "a text in English", value = RecognitionExamples.RESOLVE_REQUEST)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ResolveResponse.class),
            examples = @ExampleObject(name = "a text in English", value = RecognitionExamples.RESOLVE_RESPONSE)))
    public RestResponse<ResolveResponse> resolve(String catalog, byte[] body,
            @Parameter(description = "Channel; `production` by default. `draft` reads texts that are not released yet, if the caller may "
                    + "read drafts") @RestQuery @Nullable String channel,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage, @Context RoutingContext context) {
        var request = ResolveRequest.parse(body);
        var snapshot = snapshots.get(new CatalogName(catalog), channel, LocaleSelection.all(), context)
                .await().indefinitely();
        var readerLocale = ReaderLocale.of(snapshot, request.locale(), acceptLanguage);
        var response = resolveTexts.resolve(List.of(new SearchedCatalog(snapshot, readerLocale)), request);
        // Most lines of a log have no message, and nothing is missing.
        int unknownTexts = request.isFuzzy() ? 0 : response.unknownTexts();
        for (int i = 0; i < unknownTexts; i++) {
            usage.countUnknownText(snapshot, readerLocale, Optional.ofNullable(request.code()));
        }
        return ResponseBuilder.ok(response, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE)
                .header(HttpHeaders.CONTENT_LANGUAGE, readerLocale.served().locale().value())
                .header(CacheHeaders.RELEASE_HEADER, snapshot.release()).build();
    }
}
