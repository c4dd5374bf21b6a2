package dev.parlance.rest;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.Delivery;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One locale of a catalog as apps fetch it. */
@Path("/v1/catalogs/{catalog}/bundles/{locale}")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Bundles")
public class BundleResource {
    private final Delivery delivery;

    BundleResource(Delivery delivery) {
        this.delivery = delivery;
    }

    @Schema(name = "Bundle", description = "Canonical JSON: no blanks, keys sorted, the same bytes on every replica")
    record BundleView(String catalog,
                      @Schema(description = "The release in which these bytes were made; the release served is in Parlance-Release")
                      int release,
                      @Schema(description = "BCP 47") String locale,
                      @Schema(description = "ICU MessageFormat pattern by key, arguments by name; fallbacks resolved",
                              implementation = Object.class) Object messages) {
    }

    @GET
    @Operation(operationId = "getBundle", summary = "All patterns of a locale, fallbacks resolved")
    @APIResponse(responseCode = "200", description = "The ETag is the SHA-256 of the body",
            content = @Content(schema = @Schema(implementation = BundleView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the bundle as it is")
    public RestResponse<byte[]> get(String catalog, String locale, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        var snapshot = delivery.of(new CatalogName(catalog));
        var reader = ReaderLocale.named(snapshot, LocaleTag.parse(locale));
        var tag = new EntityTag(reader.served().digest().hex());
        var answer = EntityTags.match(known, tag)
                ? RestResponse.ResponseBuilder.<byte[]>notModified()
                : RestResponse.ResponseBuilder.ok(reader.served().bundle(), MediaType.APPLICATION_JSON_TYPE);
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, Caching.CHANNEL)
                .header(HttpHeaders.CONTENT_LANGUAGE, reader.served().locale().value())
                .header(Caching.RELEASE, snapshot.release()).build();
    }
}
