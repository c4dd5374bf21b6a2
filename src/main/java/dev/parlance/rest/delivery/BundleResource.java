package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.CombinedBundles;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.delivery.ChannelSnapshots.LocaleSelection;
import dev.parlance.rest.derivation.BundleRequest;
import dev.parlance.rest.http.PrecomputedResponse;
import dev.parlance.rest.http.StreamedBody;
import dev.parlance.rest.input.FormatParameter;
import dev.parlance.rest.input.ReaderLocale;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

/** Bundles of a channel, as apps fetch them. */
@Path("/v1/catalogs/{catalog}/bundles")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Bundles")
public class BundleResource {
    static final String IGNORED = "Ignored: any number of any values, for clients that add a version to every URL";

    private static final int MAX_LOCALES = 50;
    static final String FORMAT = "Client format: formatjs, i18next, json, printf, properties, properties-ascii; Parlance-Lossy lists the "
            + "keys that the format cannot represent exactly";
    static final String TAGS = "rich delivers tags without attributes, such as <link>…</link>, as tags that the app interprets; formatjs "
            + "only. By default they are text.";
    static final String SINCE = "Release number: only the changes since it, as `changed`, `removed` and the `fallback` of the changed "
            + "texts; the whole bundle if it is unknown or cannot be compared now. In a client format, `changed` has the form of the "
            + "format, and `removed` its keys; properties have no changes.";
    static final String FALLBACK = "Accepted languages of texts; the others are left out, and a client format lists them in "
            + "Parlance-Missing. full by default, parents in a client format. " + MessageResource.FALLBACK_VALUES;
    static final String PREFIX = "Only messages whose keys have this prefix";
    static final String INCLUDE = "Details of the messages in `details`, separated by commas: code, reason, description, advice. Not in a "
            + "client format and not with since.";
    static final String TAG = "Only messages with this tag";
    static final String CHANNEL_PARAMETER = "Channel; `production` by default. `draft` delivers the texts that are not released "
            + "yet, if the caller may read drafts";

    private final SnapshotRegistry snapshots;
    private final ChannelSnapshots channelSnapshots;
    private final FindBundles bundles;
    private final BundleResponses responses;
    private final BundleResponseCache responseCache;
    private final FormatParameter formats;
    private final DeliveryUsage usage;

    BundleResource(SnapshotRegistry snapshots, ChannelSnapshots channelSnapshots, FindBundles bundles,
            BundleResponses responses, BundleResponseCache responseCache, FormatParameter formats, DeliveryUsage usage) {
        this.usage = usage;
        this.channelSnapshots = channelSnapshots;
        this.snapshots = snapshots;
        this.bundles = bundles;
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
                              implementation = Object.class) Object messages,
                      @Schema(description = "Keys of texts in other languages, by language. Format the numbers and choose the plural forms "
                              + "of these texts by the rules of their language. Absent if all texts are in the locale, and in bundles "
                              + "created by an earlier version.", examples = "{\"en\":[\"sold-out\"]}", implementation = Object.class)
                      @Nullable Object fallback,
                      @Schema(description = "Details by key, if asked for by `include`: `code`, `reason`, `description` as an ICU pattern, "
                              + "and `advice`, which is absent if all of it is default", implementation = Object.class)
                      @Nullable Object details) {
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
            @Parameter(description = CHANNEL_PARAMETER) @RestQuery @Nullable String channel,
            @Parameter(description = FORMAT + ". Each item of `bundles` then has `locale`, `messages`, and the keys in `lossy` and "
                    + "`missing`; not for properties.") @RestQuery @Nullable String format,
            @Parameter(description = TAGS, schema = @Schema(type = SchemaType.STRING, enumeration = "rich"))
            @RestQuery @Nullable String tags,
            @Parameter(description = PREFIX) @RestQuery @Nullable String prefix,
            @Parameter(description = TAG, example = "order") @RestQuery @Nullable String tag,
            @Parameter(description = FALLBACK, schema = @Schema(type = SchemaType.STRING, enumeration = {"none", "parents", "full"}))
            @RestQuery @Nullable String fallback,
            @Parameter(description = IGNORED) @RestQuery List<String> v,
            @RestHeader(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch, @Context RoutingContext context) {
        if (locales == null) {
            throw ProblemType.MISSING_PARAMETER.with("locales", "ja,de");
        }
        var requested = Arrays.stream(locales.split(",", -1)).distinct().toList();
        if (requested.size() > MAX_LOCALES) {
            throw ProblemType.TOO_MANY_ITEMS.with("locales", MAX_LOCALES);
        }
        var requestedTags = requested.stream().map(LocaleTag::parse).toList();
        var query = BundleQuery.parse(formats, format, tags, prefix, tag, null, fallback);
        query.requireJson(formats);
        var request = BundleRequest.of(context, acceptEncoding, ifNoneMatch);
        return channelSnapshots.get(new CatalogName(catalog), channel, LocaleSelection.of(requestedTags), context)
                .invoke(snapshot -> requestedTags.forEach(it -> requireMatch(snapshot, it, query, context)))
                .chain(snapshot -> bundles.served(snapshot, requestedTags, request)
                .chain(served -> combine(snapshot, served, query, request).invoke(it -> served.stream()
                        .map(locale -> locale.published().locale()).distinct()
                        .forEach(locale -> count(snapshot, locale, it.getStatus(), context)))));
    }

    private Uni<RestResponse<StreamedBody>> combine(Snapshot snapshot, List<FindBundles.ServedLocale> served, BundleQuery query,
            BundleRequest request) {
        var combined = query.isPublished() ? Uni.createFrom().item(CombinedBundles.of(snapshot,
                served.stream().map(FindBundles.ServedLocale::published).toList()))
                : bundles.findAll(snapshot, served, query, request).map(it -> CombinedBundles.of(snapshot, query.format(), it));
        return combined.map(it -> responses.combine(snapshot, it, request));
    }

    @GET
    @RequiresPermission(Permission.READ)
    @Path("{locale}")
    @Operation(operationId = "getBundle", summary = "Returns all patterns of a locale, fallbacks resolved.")
    @APIResponse(responseCode = "200",
            description = "The ETag is the SHA-256 digest of the uncompressed body, with the suffix -gzip, -br or -zstd if compressed",
            content = @Content(schema = @Schema(implementation = BundleView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match matches the current bundle, whatever the suffix")
    public Uni<RestResponse<StreamedBody>> get(String catalog, String locale,
            @Parameter(description = CHANNEL_PARAMETER) @RestQuery @Nullable String channel,
            @Parameter(description = FORMAT) @RestQuery @Nullable String format,
            @Parameter(description = TAGS, schema = @Schema(type = SchemaType.STRING, enumeration = "rich"))
            @RestQuery @Nullable String tags,
            @Parameter(description = PREFIX) @RestQuery @Nullable String prefix,
            @Parameter(description = TAG, example = "order") @RestQuery @Nullable String tag,
            @Parameter(description = SINCE) @RestQuery @Nullable String since,
            @Parameter(description = FALLBACK, schema = @Schema(type = SchemaType.STRING, enumeration = {"none", "parents", "full"}))
            @RestQuery @Nullable String fallback,
            @Parameter(description = INCLUDE, example = "code,description") @RestQuery @Nullable String include,
            @Parameter(description = IGNORED) @RestQuery List<String> v,
            @RestHeader(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch, @Context RoutingContext context) {
        var state = snapshots.state();
        var localeTag = LocaleTag.parse(locale);
        var query = BundleQuery.parse(formats, format, tags, prefix, tag, since, fallback).including(include);
        var request = BundleRequest.of(context, acceptEncoding, ifNoneMatch);
        boolean cacheable = state.isPublic(catalog) && !ChannelSnapshots.isDraft(channel) && query.isCanonical();
        return channelSnapshots.get(new CatalogName(catalog), channel, LocaleSelection.of(List.of(localeTag)), context)
                .invoke(it -> requireMatch(it, localeTag, query, context))
                .chain(snapshot -> bundles.served(snapshot, List.of(localeTag), request).map(it -> it.get(0)).chain(served ->
                bundles.find(snapshot, served, query, request).map(it -> {
                    var response = responses.channelResponse(snapshot, it, FormatParameter.mediaTypeOf(query.format()), Map.of());
                    if (cacheable && locale.equals(served.published().locale().value())) {
                        // The body of a format is in memory twice: as bytes and as the buffer that is sent.
                        cacheResponse(state, snapshot.catalog(), localeTag, channel, format, response,
                                query.format().isPresent() ? 2 * it.sizeInBytes() : 0);
                    }
                    var sent = response.toResponse(acceptEncoding, ifNoneMatch);
                    count(snapshot, served.published().locale(), sent.getStatus(), context);
                    return sent;
                })));
    }

    private void requireMatch(Snapshot snapshot, LocaleTag locale, BundleQuery query, RoutingContext context) {
        try {
            ReaderLocale.requireMatch(snapshot, locale, query.filter().fallback());
        } catch (ProblemException problem) {
            if (context.request().method() == HttpMethod.GET) {
                usage.countUnknownLocale(snapshot, problem);
            }
            throw problem;
        }
    }

    private void count(Snapshot snapshot, LocaleTag locale, int status, RoutingContext context) {
        if (context.request().method() == HttpMethod.GET) {
            usage.countBundle(snapshot, locale, status);
        }
    }

    /** Caches the response under its canonical URL, which has at most one parameter. */
    private void cacheResponse(SnapshotRegistry.State state, CatalogName catalog, LocaleTag locale, @Nullable String channel,
            @Nullable String format, PrecomputedResponse response, long ownBytes) {
        if (channel == null || format == null) {
            var query = (channel == null ? "" : "?channel=" + channel) + (format == null ? "" : "?format=" + format);
            responseCache.put(state, new BundleResponseCache.BundleUrl("/v1/catalogs/" + catalog + "/bundles/" + locale, query, catalog,
                    locale), response, ownBytes);
        }
    }
}
