package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.DeriveBundle;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.BundleFilter;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Channel;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.http.PrecomputedResponse;
import dev.parlance.rest.input.FormatParameter;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.security.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
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
@Tag(name = "Bundles")
public class BundleResource {
    private static final int MAX_LOCALES = 50;
    private static final int MAX_PREFIX_LENGTH = 128;

    private final SnapshotRegistry snapshots;
    private final DeriveBundle deriveBundle;
    private final BundleResponses responses;
    private final BundleResponseCache responseCache;
    private final FormatParameter formats;

    BundleResource(SnapshotRegistry snapshots, DeriveBundle deriveBundle, BundleResponses responses, BundleResponseCache responseCache,
            FormatParameter formats) {
        this.snapshots = snapshots;
        this.deriveBundle = deriveBundle;
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
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BundlesView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match matches the current response")
    public RestResponse<byte[]> getAll(String catalog,
            @Parameter(description = "BCP 47 language tags, separated by commas, at most " + MAX_LOCALES, example = "ja,de")
            @RestQuery @Nullable String locales,
            @Parameter(description = "Channel; `production` by default") @RestQuery @Nullable String channel,
            @RestHeader(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var snapshot = findSnapshot(catalog, channel);
        if (locales == null) {
            throw Parameters.invalidParameter("locales", "", "ja,de");
        }
        var requested = Arrays.stream(locales.split(",", -1)).distinct().toList();
        if (requested.size() > MAX_LOCALES) {
            throw ProblemType.TOO_MANY_ITEMS.with("locales", MAX_LOCALES);
        }
        var served = requested.stream().map(it -> ReaderLocale.ofTag(snapshot, LocaleTag.parse(it)).served()).toList();
        var bundle = responses.getOrDerive(List.of("several", snapshot.release(), served.stream().map(PublishedLocale::digest).toList()),
                () -> deriveBundle.combine(snapshot, served));
        var releaseUri = "/v1/catalogs/" + catalog + "/releases/" + snapshot.release();
        return BundleResponses.channelResponse(snapshot, bundle, MediaType.APPLICATION_JSON, releaseUri).toResponse(acceptEncoding,
                ifNoneMatch);
    }

    @GET
    @RequiresPermission(Permission.READ)
    @Path("{locale}")
    @Operation(operationId = "getBundle", summary = "Returns all patterns of a locale, fallbacks resolved.")
    @APIResponse(responseCode = "200",
            description = "The ETag is the SHA-256 digest of the uncompressed body, with the suffix -gzip, -br or -zstd if compressed",
            content = @Content(schema = @Schema(implementation = BundleView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match matches the current bundle")
    public RestResponse<byte[]> get(String catalog, String locale,
            @Parameter(description = "Channel; `production` by default") @RestQuery @Nullable String channel,
            @Parameter(description = "Client format: formatjs, i18next, json, printf, properties, properties-ascii; "
                    + "Parlance-Lossy lists the keys that the format cannot represent exactly") @RestQuery @Nullable String format,
            @Parameter(description = "Only messages whose keys have this prefix") @RestQuery @Nullable String prefix,
            @Parameter(description = "Only messages with this tag", example = "order") @RestQuery @Nullable String tag,
            @Parameter(description = "Release number: only the changes since it, as `changed` and `removed`; "
                    + "the whole bundle if it is unknown")
            @RestQuery @Nullable String since,
            @RestHeader(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var state = snapshots.state();
        var snapshot = findSnapshot(catalog, channel);
        var served = ReaderLocale.ofTag(snapshot, LocaleTag.parse(locale)).served();
        var bundleFormat = formats.parse(format);
        var filter = new BundleFilter(Parameters.parseText("prefix", prefix, MAX_PREFIX_LENGTH).orElse(""),
                Parameters.parseTag("tag", tag));
        if (bundleFormat.isPresent() && (!filter.matchesAll() || since != null)) {
            throw Parameters.invalidParameter("format", format, "–");
        }
        var bundle = bundleFormat.map(it -> responses.getFormatted(served, it))
                .orElseGet(() -> findBundle(snapshot, served, filter, since));
        var releaseUri = "/v1/catalogs/" + catalog + "/releases/" + snapshot.release() + "/bundles/" + served.locale();
        var response = BundleResponses.channelResponse(snapshot, bundle, FormatParameter.mediaTypeOf(bundleFormat), releaseUri);
        if (state.isPublic(catalog) && filter.matchesAll() && since == null && locale.equals(served.locale().value())) {
            cacheResponse(state, "/v1/catalogs/" + catalog + "/bundles/" + locale, channel, format, response);
        }
        return response.toResponse(acceptEncoding, ifNoneMatch);
    }

    /** Caches the response under its canonical URL, which has at most one parameter. */
    private void cacheResponse(SnapshotRegistry.State state, String path, @Nullable String channel, @Nullable String format,
            PrecomputedResponse response) {
        if (channel == null || format == null) {
            responseCache.put(state, path, (channel == null ? "" : "?channel=" + channel) + (format == null ? "" : "?format=" + format),
                    response);
        }
    }

    private Snapshot findSnapshot(String catalog, @Nullable String channel) {
        return snapshots.get(new CatalogName(catalog), channel == null ? Channel.PRODUCTION : channel);
    }

    private EncodedBundle findBundle(Snapshot snapshot, PublishedLocale served, BundleFilter filter, @Nullable String since) {
        if (since != null) {
            int baseRelease = Parameters.number("since", since);
            return responses.getOrDerive(List.of("since", baseRelease, snapshot.catalog(), snapshot.release(), served.digest(), filter),
                    () -> deriveBundle.delta(snapshot, served, baseRelease, filter));
        }
        // Tags belong to the release, so the digest of the bundle alone does not identify the result.
        return filter.matchesAll() ? served.encoded()
                : responses.getOrDerive(List.of("part", snapshot.catalog(), snapshot.release(), served.digest(), filter),
                        () -> deriveBundle.select(snapshot, served, filter));
    }
}
