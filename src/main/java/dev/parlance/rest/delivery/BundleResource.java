package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.BundleFilter;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Channel;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.http.PrecomputedResponse;
import dev.parlance.rest.http.StreamedBody;
import dev.parlance.rest.input.FormatParameter;
import dev.parlance.rest.input.Parameters;
import dev.parlance.security.Permission;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Bundles of a channel, as apps fetch them. */
@Path("/v1/catalogs/{catalog}/bundles")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Bundles")
public class BundleResource {
    private static final int MAX_LOCALES = 50;
    private static final int MAX_PREFIX_LENGTH = 128;

    private final SnapshotRegistry snapshots;
    private final BundleResponses responses;
    private final BundleResponseCache responseCache;
    private final FormatParameter formats;

    BundleResource(SnapshotRegistry snapshots, BundleResponses responses, BundleResponseCache responseCache, FormatParameter formats) {
        this.snapshots = snapshots;
        this.responses = responses;
        this.responseCache = responseCache;
        this.formats = formats;
    }

    @Schema(name = "Bundle", description = "Canonical JSON: no whitespace, sorted keys, the same bytes on every replica")
    record BundleView(String catalog,
                      @Schema(description = "Release that created these bytes; the release served is in Parlance-Release")
                      int release,
                      @Schema(description = "BCP 47 language tag") String locale,
                      @Schema(description = "ICU MessageFormat patterns by key, with named arguments; fallbacks resolved",
                              implementation = Object.class) Object messages) {
    }

    @Schema(name = "Bundles")
    record BundlesView(String catalog, int release, @Schema(description = "In the order of the request") List<BundleView> bundles) {
    }

    @GET
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "getBundles", summary = "Returns several locales of a channel in one response.")
    @APIResponse(responseCode = "200",
            description = "The ETag is a digest of the release and its bundles, with the suffix -gzip if compressed. The response is "
                    + "combined while it is sent; under load it is not compressed.",
            content = @Content(schema = @Schema(implementation = BundlesView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match matches the current response")
    public Uni<RestResponse<StreamedBody>> getAll(String catalog,
            @Parameter(description = "BCP 47 language tags, separated by commas, at most " + MAX_LOCALES
                    + "; tags that are served in the same locale return it once, and all bundles together have at most 64 MiB",
                    example = "ja,de")
            @RestQuery @Nullable String locales,
            @Parameter(description = "Channel; `production` by default") @RestQuery @Nullable String channel,
            @RestHeader(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch, @Context RoutingContext context) {
        var snapshot = findSnapshot(catalog, channel);
        if (locales == null) {
            throw ProblemType.MISSING_PARAMETER.with("locales", "ja,de");
        }
        var requested = Arrays.stream(locales.split(",", -1)).distinct().toList();
        if (requested.size() > MAX_LOCALES) {
            throw ProblemType.TOO_MANY_ITEMS.with("locales", MAX_LOCALES);
        }
        var tags = requested.stream().map(LocaleTag::parse).toList();
        var request = BundleRequest.of(context, acceptEncoding, ifNoneMatch);
        var releaseUri = "/v1/catalogs/" + catalog + "/releases/" + snapshot.release();
        return responses.served(snapshot, tags, request).map(it -> responses.combine(snapshot, it, releaseUri, request));
    }

    @GET
    @RequiresPermission(Permission.READ)
    @Path("{locale}")
    @Operation(operationId = "getBundle", summary = "Returns all patterns of a locale, fallbacks resolved.")
    @APIResponse(responseCode = "200",
            description = "The ETag is the SHA-256 digest of the uncompressed body, with the suffix -gzip, -br or -zstd if compressed",
            content = @Content(schema = @Schema(implementation = BundleView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match matches the current bundle")
    public Uni<RestResponse<StreamedBody>> get(String catalog, String locale,
            @Parameter(description = "Channel; `production` by default") @RestQuery @Nullable String channel,
            @Parameter(description = "Client format: formatjs, i18next, json, printf, properties, properties-ascii; "
                    + "Parlance-Lossy lists the keys that the format cannot represent exactly") @RestQuery @Nullable String format,
            @Parameter(description = "Only messages whose keys have this prefix") @RestQuery @Nullable String prefix,
            @Parameter(description = "Only messages with this tag", example = "order") @RestQuery @Nullable String tag,
            @Parameter(description = "Release number: only the changes since it, as `changed` and `removed`; "
                    + "the whole bundle if it is unknown or cannot be compared now")
            @RestQuery @Nullable String since,
            @RestHeader(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch, @Context RoutingContext context) {
        var state = snapshots.state();
        var snapshot = findSnapshot(catalog, channel);
        var localeTag = LocaleTag.parse(locale);
        var bundleFormat = formats.parse(format);
        var filter = new BundleFilter(Parameters.parseText("prefix", prefix, MAX_PREFIX_LENGTH).orElse(""),
                Parameters.parseTag("tag", tag));
        if (bundleFormat.isPresent() && (!filter.matchesAll() || since != null)) {
            throw Parameters.invalidParameter("format", format, ProblemType.NONE);
        }
        var baseRelease = since == null ? OptionalInt.empty() : OptionalInt.of(Parameters.number("since", since));
        var request = BundleRequest.of(context, acceptEncoding, ifNoneMatch);
        return responses.served(snapshot, List.of(localeTag), request).map(it -> it.get(0)).chain(served -> {
            var bundle = bundleFormat.map(it -> responses.convert(served, it, request))
                    .orElseGet(() -> findBundle(snapshot, served, filter, baseRelease, request));
            return bundle.map(it -> {
                var releaseUri = "/v1/catalogs/" + catalog + "/releases/" + snapshot.release() + "/bundles/" + served.locale();
                var response = BundleResponses.channelResponse(snapshot, it, FormatParameter.mediaTypeOf(bundleFormat), releaseUri);
                if (state.isPublic(catalog) && filter.matchesAll() && since == null && locale.equals(served.locale().value())) {
                    // The body of a format is in memory twice: as bytes and as the buffer that is sent.
                    cacheResponse(state, "/v1/catalogs/" + catalog + "/bundles/" + locale, channel, format, response,
                            bundleFormat.isPresent() ? 2 * it.sizeInBytes() : 0);
                }
                return response.toResponse(acceptEncoding, ifNoneMatch);
            });
        });
    }

    /** Caches the response under its canonical URL, which has at most one parameter. */
    private void cacheResponse(SnapshotRegistry.State state, String path, @Nullable String channel, @Nullable String format,
            PrecomputedResponse response, long ownBytes) {
        if (channel == null || format == null) {
            responseCache.put(state, path, (channel == null ? "" : "?channel=" + channel) + (format == null ? "" : "?format=" + format),
                    response, ownBytes);
        }
    }

    private Snapshot findSnapshot(String catalog, @Nullable String channel) {
        return snapshots.get(new CatalogName(catalog), channel == null ? Channel.PRODUCTION : channel);
    }

    private Uni<EncodedBundle> findBundle(Snapshot snapshot, PublishedLocale served, BundleFilter filter, OptionalInt since,
            BundleRequest request) {
        return since.isPresent() ? responses.changes(snapshot, served, since.getAsInt(), filter, request)
                : responses.select(snapshot, served, filter, request);
    }
}
