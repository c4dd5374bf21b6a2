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
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.http.FixedAnswer;
import dev.parlance.rest.input.Formats;
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

/** Locales of a channel as apps fetch them. */
@Path("/v1/catalogs/{catalog}/bundles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bundles")
public class BundleResource {
    private static final int MOST_LOCALES = 50;
    private static final int LONGEST_PREFIX = 128;

    private final SnapshotRegistry delivery;
    private final DeriveBundle derive;
    private final BundleAnswers answers;
    private final KeptBundles kept;
    private final Formats formats;

    BundleResource(SnapshotRegistry delivery, DeriveBundle derive, BundleAnswers answers, KeptBundles kept, Formats formats) {
        this.delivery = delivery;
        this.derive = derive;
        this.answers = answers;
        this.kept = kept;
        this.formats = formats;
    }

    @Schema(name = "Bundle", description = "Canonical JSON: no blanks, keys sorted, the same bytes on every replica")
    record BundleView(String catalog,
                      @Schema(description = "The release in which these bytes were made; the release served is in Parlance-Release")
                      int release,
                      @Schema(description = "BCP 47") String locale,
                      @Schema(description = "ICU MessageFormat pattern by key, arguments by name; fallbacks resolved",
                              implementation = Object.class) Object messages) {
    }

    @Schema(name = "Bundles")
    record BundlesView(String catalog, int release, @Schema(description = "In the order asked for") List<BundleView> bundles) {
    }

    @GET
    @Needs(Permission.READ)
    @Operation(operationId = "getBundles", summary = "Several locales in one answer")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BundlesView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the answer as it is")
    public RestResponse<byte[]> several(String catalog,
            @Parameter(description = "BCP 47, separated by commas, at most " + MOST_LOCALES, example = "ja,de") @RestQuery @Nullable String locales,
            @Parameter(description = "production by default") @RestQuery @Nullable String channel,
            @RestHeader(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        var snapshot = snapshot(catalog, channel);
        if (locales == null) {
            throw Parameters.invalid("locales", "", "ja,de");
        }
        var asked = Arrays.stream(locales.split(",", -1)).distinct().toList();
        if (asked.size() > MOST_LOCALES) {
            throw ProblemType.TOO_MANY_ITEMS.with("locales", MOST_LOCALES);
        }
        var served = asked.stream().map(it -> ReaderLocale.named(snapshot, LocaleTag.parse(it)).served()).toList();
        var delivered = answers.derived(List.of("several", snapshot.release(), served.stream().map(PublishedLocale::digest).toList()),
                () -> derive.combine(snapshot, served));
        var pinned = "/v1/catalogs/" + catalog + "/releases/" + snapshot.release();
        return BundleAnswers.current(snapshot, delivered, MediaType.APPLICATION_JSON, pinned).toResponse(acceptEncoding, known);
    }

    @GET
    @Needs(Permission.READ)
    @Path("{locale}")
    @Operation(operationId = "getBundle", summary = "All patterns of a locale, fallbacks resolved")
    @APIResponse(responseCode = "200", description = "The ETag is the SHA-256 of the body, with -gzip, -br or -zstd where it is compressed",
            content = @Content(schema = @Schema(implementation = BundleView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the bundle as it is")
    public RestResponse<byte[]> get(String catalog, String locale,
            @Parameter(description = "production by default") @RestQuery @Nullable String channel,
            @Parameter(description = "The shape for a kind of client: formatjs, i18next, json, printf, properties, properties-ascii; "
                    + "with Parlance-Lossy, the keys it cannot carry exactly") @RestQuery @Nullable String format,
            @Parameter(description = "Only messages whose keys begin with it") @RestQuery @Nullable String prefix,
            @Parameter(description = "Only messages that have the tag", example = "order") @RestQuery @Nullable String tag,
            @Parameter(description = "A release: only what changed since, as changed and removed; the whole bundle where it is unknown")
            @RestQuery @Nullable String since,
            @RestHeader(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        var state = delivery.state();
        var snapshot = snapshot(catalog, channel);
        var served = ReaderLocale.named(snapshot, LocaleTag.parse(locale)).served();
        var shape = formats.find(format);
        var selection = new BundleFilter(Parameters.text("prefix", prefix, LONGEST_PREFIX).orElse(""), Parameters.tag("tag", tag));
        if (shape.isPresent() && (!selection.matchesAll() || since != null)) {
            throw Parameters.invalid("format", format, "–");
        }
        var delivered = shape.map(it -> answers.shaped(served, it)).orElseGet(() -> delivered(snapshot, served, selection, since));
        var pinned = "/v1/catalogs/" + catalog + "/releases/" + snapshot.release() + "/bundles/" + served.locale();
        var answer = BundleAnswers.current(snapshot, delivered, Formats.mediaType(shape), pinned);
        if (state.isPublic(catalog) && selection.matchesAll() && since == null && locale.equals(served.locale().value())) {
            keep(state, "/v1/catalogs/" + catalog + "/bundles/" + locale, channel, format, answer);
        }
        return answer.toResponse(acceptEncoding, known);
    }

    /** Under one of the spellings that clients are told: with one parameter at most. */
    private void keep(SnapshotRegistry.State state, String path, @Nullable String channel, @Nullable String format, FixedAnswer answer) {
        if (channel == null || format == null) {
            kept.keep(state, path, (channel == null ? "" : "?channel=" + channel) + (format == null ? "" : "?format=" + format), answer);
        }
    }

    private Snapshot snapshot(String catalog, @Nullable String channel) {
        return delivery.get(new CatalogName(catalog), channel == null ? Channel.PRODUCTION : channel);
    }

    private EncodedBundle delivered(Snapshot snapshot, PublishedLocale served, BundleFilter selection, @Nullable String since) {
        if (since != null) {
            int base = Parameters.number("since", since);
            return answers.derived(List.of("since", base, snapshot.catalog(), snapshot.release(), served.digest(), selection),
                    () -> derive.delta(snapshot, served, base, selection));
        }
        // The digest of the bundle says nothing of the tags: those are the release's.
        return selection.matchesAll() ? served.encoded()
                : answers.derived(List.of("part", snapshot.catalog(), snapshot.release(), served.digest(), selection),
                        () -> derive.select(snapshot, served, selection));
    }
}
