package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.delivery.ReadReleaseBundle;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.input.Parameters;
import dev.parlance.security.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One locale of a release: the same bytes for ever. */
@Path("/v1/catalogs/{catalog}/releases/{release}/bundles/{locale}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bundles")
public class PinnedBundleResource {
    private final SnapshotRegistry delivery;
    private final ReadReleaseBundle pinned;
    private final BundleAnswers answers;
    private final KeptBundles kept;

    PinnedBundleResource(SnapshotRegistry delivery, ReadReleaseBundle pinned, BundleAnswers answers, KeptBundles kept) {
        this.delivery = delivery;
        this.pinned = pinned;
        this.answers = answers;
        this.kept = kept;
    }

    @GET
    @Needs(Permission.READ)
    @Operation(operationId = "getPinnedBundle", summary = "A locale of a release, the same bytes for ever")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BundleResource.BundleView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match names the bundle")
    public RestResponse<byte[]> get(String catalog, String release, String locale,
            @RestHeader(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String known) {
        var state = delivery.state();
        var name = new CatalogName(catalog);
        int number = Parameters.number("release", release);
        var tag = LocaleTag.parse(locale);
        var inMemory = delivery.findRelease(name, number).isPresent();
        var delivered = inMemory ? pinned.read(name, number, tag)
                : answers.derived(List.of("pinned", name, number, tag), () -> pinned.read(name, number, tag));
        var answer = BundleAnswers.pinned(name, number, delivered, MediaType.APPLICATION_JSON);
        if (inMemory && state.isPublic(catalog)) {
            kept.keep(state, "/v1/catalogs/" + catalog + "/releases/" + release + "/bundles/" + tag, "", answer);
        }
        return answer.toResponse(acceptEncoding, known);
    }
}
