package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.seed.ReadSeed;
import dev.parlance.publishing.seed.Seed;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.derivation.BundleRequest;
import dev.parlance.rest.derivation.Derivations;
import dev.parlance.rest.derivation.DerivedBundles;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.PrecomputedResponse;
import dev.parlance.rest.http.StreamedBody;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

/** Seeds: files with bundles of a release, which apps ship. */
@Path("/v1/catalogs/{catalog}/releases/{release}/seed")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Bundles")
public class SeedResource {
    /** As many as a catalog can have. */
    private static final int MAX_LOCALES = 200;

    private final ReadSeed readSeed;
    private final Derivations derivations;
    private final DerivedBundles derivedBundles;
    private final ResourceUsage usage;

    SeedResource(ReadSeed readSeed, Derivations derivations, DerivedBundles derivedBundles, ResourceUsage usage) {
        this.readSeed = readSeed;
        this.derivations = derivations;
        this.derivedBundles = derivedBundles;
        this.usage = usage;
    }

    @Schema(name = "Seed", description = "Canonical JSON: no whitespace, sorted members, the same bytes on every replica")
    record SeedView(@Schema(description = "Sorted by locale") List<SeedBundle> bundles, String catalog, int release,
                    @Schema(description = "Absent while there is no signing key") @Nullable SeedSignature signature,
                    @Schema(description = "BCP 47 language tag") String sourceLocale) {
    }

    @Schema(name = "SeedBundle")
    record SeedBundle(@Schema(description = "The bytes of the bundle (UTF-8), as the bundle of the release delivers them") String content,
                      @Schema(description = "SHA-256 of the bytes of `content`, as in the release",
                              examples = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855") String digest,
                      @Schema(description = "BCP 47 language tag") String locale) {
    }

    @Schema(name = "SeedSignature")
    record SeedSignature(@Schema(examples = "Ed25519") String algorithm, @Schema(description = "Id of a signing key") String keyId,
                         @Schema(description = "Base64 of the signature over catalog, release, locales and digests") String value) {
    }

    @GET
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "getSeed", summary = "Returns a signed file with bundles of a release, to be shipped in an app.",
            description = "The response never changes, unless its signing key is revoked; add a new `v` then. Without a signing key, "
                    + "the response expires as that of a channel does.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SeedView.class)))
    @APIResponse(responseCode = "304", description = "If-None-Match matches the seed")
    public Uni<RestResponse<StreamedBody>> get(String catalog, String release,
            @Parameter(description = "BCP 47 language tags of the release, separated by commas; all by default. Their bundles have at most "
                    + "64 MiB together, less if the service has less than 512 MiB of heap.", example = "en,ja")
            @RestQuery @Nullable String locales,
            @Parameter(description = BundleResource.IGNORED) @RestQuery List<String> v,
            @RestHeader(HttpHeaders.ACCEPT_ENCODING) @Nullable String acceptEncoding,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch, @Context RoutingContext context) {
        var name = new CatalogName(catalog);
        int number = Parameters.number("release", release);
        var selected = parseLocales(locales);
        var request = BundleRequest.of(context, acceptEncoding, ifNoneMatch);
        var key = String.join("\n", "seed-content", catalog, release, selected.toString());
        return derivations.run(key, Derivations.Source.DATABASE, request.network(), () -> readSeed.find(name, number, selected))
                .chain(seed -> write(seed, request).map(it -> toResponse(seed, it, request)));
    }

    private static Set<LocaleTag> parseLocales(@Nullable String locales) {
        if (locales == null) {
            return Set.of();
        }
        var tags = Arrays.stream(locales.split(",", -1)).distinct().toList();
        if (tags.size() > MAX_LOCALES) {
            throw ProblemType.TOO_MANY_ITEMS.with("locales", MAX_LOCALES);
        }
        var parsed = new TreeSet<LocaleTag>();
        tags.forEach(it -> parsed.add(LocaleTag.parse(it)));
        return parsed;
    }

    private Uni<EncodedBundle> write(Seed seed, BundleRequest request) {
        long maxLength = Math.min(ResourceLimit.COMBINED_BUNDLES.value(), ResourceLimit.DERIVED_RESPONSES.value());
        return derivedBundles.get(new DerivedBundles.Derivation("seed\n" + seed.identity(), Derivations.Source.DATABASE, false,
                encodings -> Optional.of(EncodedBundle.compressFast(seed.sourceLocale(), readSeed.write(seed, maxLength), Set.of(),
                        encodings))), request)
                .onFailure(SeedResource::isTooLarge).invoke(() -> usage.countRejection(ResourceLimit.COMBINED_BUNDLES))
                .map(Optional::orElseThrow);
    }

    private static boolean isTooLarge(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.RESPONSE_TOO_LARGE;
    }

    private static RestResponse<StreamedBody> toResponse(Seed seed, EncodedBundle document, BundleRequest request) {
        var caching = seed.key().isPresent() ? CacheHeaders.IMMUTABLE : CacheHeaders.CHANNEL;
        var headers = Map.of(HttpHeaders.CACHE_CONTROL, caching, CacheHeaders.RELEASE_HEADER, Integer.toString(seed.release()));
        return new PrecomputedResponse(document, MediaType.APPLICATION_JSON, headers)
                .toResponse(request.acceptEncoding(), request.ifNoneMatch());
    }
}
