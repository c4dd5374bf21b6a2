package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.derivation.BundleRequest;
import dev.parlance.rest.http.StreamedBody;
import dev.parlance.rest.input.FormatParameter;
import dev.parlance.rest.input.Parameters;
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

/** Bundles of a release, which never change. */
@Path("/v1/catalogs/{catalog}/releases/{release}/bundles/{locale}")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Bundles")
public class PinnedBundleResource {
    private final SnapshotRegistry snapshots;
    private final FindBundles bundles;
    private final BundleResponseCache responseCache;
    private final FormatParameter formats;
    private final DeliveryUsage usage;

    PinnedBundleResource(SnapshotRegistry snapshots, FindBundles bundles, BundleResponseCache responseCache, FormatParameter formats,
            DeliveryUsage usage) {
        this.snapshots = snapshots;
        this.bundles = bundles;
        this.responseCache = responseCache;
        this.formats = formats;
        this.usage = usage;
    }

    @GET
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "getPinnedBundle", summary = "Returns a locale of a release. The response never changes.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BundleResource.BundleView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match matches the bundle")
    public Uni<RestResponse<StreamedBody>> get(String catalog, String release, String locale,
            @Parameter(description = BundleResource.FORMAT) @RestQuery @Nullable String format,
            @Parameter(description = BundleResource.TAGS, schema = @Schema(type = SchemaType.STRING, enumeration = "rich"))
            @RestQuery @Nullable String tags,
            @Parameter(description = BundleResource.PREFIX) @RestQuery @Nullable String prefix,
            @Parameter(description = BundleResource.TAG, example = "order") @RestQuery @Nullable String tag,
            @Parameter(description = BundleResource.FALLBACK,
                    schema = @Schema(type = SchemaType.STRING, enumeration = {"none", "parents", "full"}))
            @RestQuery @Nullable String fallback,
            @Parameter(description = BundleResource.INCLUDE, example = "code,description") @RestQuery @Nullable String include,
            @Parameter(description = BundleResource.IGNORED) @RestQuery List<String> v,
            @RestHeader(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch, @Context RoutingContext context) {
        var state = snapshots.state();
        var name = new CatalogName(catalog);
        int number = Parameters.number("release", release);
        var localeTag = LocaleTag.parse(locale);
        var query = BundleQuery.parse(formats, format, tags, prefix, tag, null, fallback).including(include);
        boolean cacheable = query.isPublished() && state.isPublic(catalog) && snapshots.findRelease(name, number).isPresent();
        return bundles.pinned(name, number, localeTag, query, BundleRequest.of(context, acceptEncoding, ifNoneMatch)).map(bundle -> {
            var response = BundleResponses.releaseResponse(name, number, bundle, FormatParameter.mediaTypeOf(query.format()));
            if (cacheable) {
                var path = "/v1/catalogs/" + catalog + "/releases/" + release + "/bundles/" + localeTag;
                responseCache.put(state, new BundleResponseCache.BundleUrl(path, "", name, localeTag), response, 0);
            }
            var sent = response.toResponse(acceptEncoding, ifNoneMatch);
            if (context.request().method() == HttpMethod.GET) {
                usage.countBundle(name, localeTag, sent.getStatus());
            }
            return sent;
        });
    }
}
