package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.delivery.ChannelSnapshots.LocaleSelection;
import dev.parlance.rest.derivation.BundleRequest;
import dev.parlance.rest.http.StreamedBody;
import dev.parlance.rest.input.FormatParameter;
import dev.parlance.rest.usage.DeliveryUsage;
import dev.parlance.security.Permission;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The bundle for the languages of a browser. */
@Path("/v1/catalogs/{catalog}/bundles/auto")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Bundles")
public class NegotiatedBundleResource {
    private final ChannelSnapshots snapshots;
    private final FindBundles bundles;
    private final BundleResponses responses;
    private final FormatParameter formats;
    private final DeliveryUsage usage;

    NegotiatedBundleResource(ChannelSnapshots snapshots, FindBundles bundles, BundleResponses responses, FormatParameter formats,
            DeliveryUsage usage) {
        this.snapshots = snapshots;
        this.bundles = bundles;
        this.responses = responses;
        this.formats = formats;
        this.usage = usage;
    }

    @GET
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "getNegotiatedBundle", summary = "Returns the bundle for Accept-Language.",
            description = "The bundle of the source locale if no other matches. Content-Location names the URL of the bundle itself.")
    @APIResponse(responseCode = "200", description = "The ETag is the SHA-256 digest of the uncompressed body, with a suffix if compressed",
            content = @Content(schema = @Schema(implementation = BundleResource.BundleView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match matches the current bundle, whatever the suffix")
    public Uni<RestResponse<StreamedBody>> getNegotiated(String catalog,
            @Parameter(description = BundleResource.CHANNEL_PARAMETER) @RestQuery @Nullable String channel,
            @Parameter(description = BundleResource.FORMAT) @RestQuery @Nullable String format,
            @Parameter(description = BundleResource.TAGS, schema = @Schema(type = SchemaType.STRING, enumeration = "rich"))
            @RestQuery @Nullable String tags,
            @Parameter(description = BundleResource.PREFIX) @RestQuery @Nullable String prefix,
            @Parameter(description = BundleResource.TAG, example = "order") @RestQuery @Nullable String tag,
            @Parameter(description = BundleResource.SINCE) @RestQuery @Nullable String since,
            @Parameter(description = BundleResource.FALLBACK,
                    schema = @Schema(type = SchemaType.STRING, enumeration = {"none", "parents", "full"}))
            @RestQuery @Nullable String fallback,
            @Parameter(description = BundleResource.INCLUDE, example = "code,description") @RestQuery @Nullable String include,
            @Parameter(description = BundleResource.IGNORED) @RestQuery List<String> v,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage,
            @RestHeader(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch, @Context RoutingContext context) {
        var query = BundleQuery.parse(formats, format, tags, prefix, tag, since, fallback).including(include);
        var request = BundleRequest.of(context, acceptEncoding, ifNoneMatch);
        return snapshots.get(new CatalogName(catalog), channel, LocaleSelection.of(null, acceptLanguage), context).chain(snapshot -> {
            var negotiation = snapshot.offeredLocales().negotiate(acceptLanguage);
            var published = snapshot.locale(negotiation.offered());
            // The client reads Content-Language, because it cannot know which of its languages was selected.
            var served = new FindBundles.ServedLocale(published.locale(), published);
            var headers = Map.of(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING + ", " + HttpHeaders.ACCEPT_LANGUAGE,
                    HttpHeaders.CONTENT_LOCATION, query.addressOf("/v1/catalogs/" + catalog + "/bundles/" + published.locale(), channel));
            return bundles.find(snapshot, served, query, request).map(it ->
                    responses.channelResponse(snapshot, it, FormatParameter.mediaTypeOf(query.format()), headers)
                    .toResponse(acceptEncoding, ifNoneMatch)).invoke(it -> {
                        if (context.request().method() == HttpMethod.GET) {
                            usage.countNegotiatedBundle(snapshot, negotiation, it.getStatus());
                        }
                    });
        });
    }
}
