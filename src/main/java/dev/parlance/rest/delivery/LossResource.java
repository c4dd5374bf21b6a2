package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.delivery.ChannelSnapshots.LocaleSelection;
import dev.parlance.rest.derivation.BundleRequest;
import dev.parlance.rest.http.StreamedBody;
import dev.parlance.rest.input.FormatParameter;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.ReaderLocale;
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

/** The complete list of what a client format cannot represent exactly. */
@Path("/v1/catalogs/{catalog}/bundles/{locale}/loss")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Bundles")
public class LossResource {
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String AS_JSON = "json";
    private static final String AS_TEXT = "text";

    private final ChannelSnapshots snapshots;
    private final FindBundles bundles;
    private final BundleResponses responses;
    private final FormatParameter formats;

    LossResource(ChannelSnapshots snapshots, FindBundles bundles, BundleResponses responses, FormatParameter formats) {
        this.snapshots = snapshots;
        this.bundles = bundles;
        this.responses = responses;
        this.formats = formats;
    }

    @Schema(name = "Loss")
    record LossView(String key,
                    @Schema(description = "Why the client prints another text", examples = "number-rules", enumeration = {"number-style",
                            "number-rules", "plural-form", "plural-rules", "selection", "date", "currency", "printf-conversion", "syntax",
                            "argument-name", "undeclared-argument", "key-conflict"}) String reason,
                    @Schema(description = "Name of the argument; absent if the loss concerns the text itself") @Nullable String argument) {
    }

    @Schema(name = "Losses")
    record LossesView(String catalog, int release, @Schema(description = "Locale of the bundle") String locale,
                      @Schema(description = "Locale of the client, by whose rules it formats", examples = "de-AT") String requestedLocale,
                      String format, @Schema(description = "Sorted by key; a key has one item for each reason and argument")
                      List<LossView> losses) {
    }

    @GET
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "getLosses", summary = "Returns all keys that a client format cannot represent exactly, with the reasons.",
            description = "Losses are judged for the locale in the URL: a client that formats by the rules of another one prints other "
                    + "numbers.")
    @APIResponse(responseCode = "200", description = "The ETag is the SHA-256 digest of the uncompressed body, with a suffix if compressed",
            content = {@Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LossesView.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING))})
    @APIResponse(responseCode = "304", description = "If-None-Match matches the current list, whatever the suffix")
    public Uni<RestResponse<StreamedBody>> get(String catalog, String locale,
            @Parameter(description = BundleResource.CHANNEL_PARAMETER) @RestQuery @Nullable String channel,
            @Parameter(description = "Client format, as for the bundle", required = true, example = "i18next")
            @RestQuery @Nullable String format,
            @Parameter(description = BundleResource.TAGS, schema = @Schema(type = SchemaType.STRING, enumeration = "rich"))
            @RestQuery @Nullable String tags,
            @Parameter(description = BundleResource.PREFIX) @RestQuery @Nullable String prefix,
            @Parameter(description = BundleResource.TAG, example = "order") @RestQuery @Nullable String tag,
            @Parameter(description = BundleResource.FALLBACK,
                    schema = @Schema(type = SchemaType.STRING, enumeration = {"none", "parents", "full"}))
            @RestQuery @Nullable String fallback,
            @Parameter(description = "json by default; text returns lines of key, reason and argument, separated by tabs",
                    schema = @Schema(type = SchemaType.STRING, enumeration = {"json", "text"})) @RestQuery @Nullable String as,
            @RestHeader(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Context RoutingContext context) {
        if (format == null) {
            throw ProblemType.MISSING_PARAMETER.with("format", "i18next");
        }
        var localeTag = LocaleTag.parse(locale);
        var query = BundleQuery.parse(formats, format, tags, prefix, tag, null, fallback);
        var request = BundleRequest.of(context, acceptEncoding, ifNoneMatch);
        if (as != null && !as.equals(AS_TEXT) && !as.equals(AS_JSON)) {
            throw Parameters.invalidParameter("as", as, AS_JSON + ", " + AS_TEXT);
        }
        boolean asText = AS_TEXT.equals(as);
        return snapshots.get(new CatalogName(catalog), channel, LocaleSelection.of(List.of(localeTag)), context)
                .invoke(it -> ReaderLocale.requireMatch(it, localeTag, query.filter().fallback()))
                .chain(snapshot -> bundles.served(snapshot, List.of(localeTag), request).map(it -> it.get(0))
                .chain(served -> bundles.losses(snapshot, served, query, asText, request))
                .map(it -> responses.channelResponse(snapshot, it, asText ? TEXT : MediaType.APPLICATION_JSON, Map.of())
                .toResponse(acceptEncoding, ifNoneMatch)));
    }
}
