package dev.parlance.rest.administration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.Caller;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Fields;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.Paged;
import dev.parlance.rest.input.Parameters;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.Permission;
import dev.parlance.security.Scope;
import dev.parlance.security.accounts.ApiKey;
import dev.parlance.security.accounts.EditKeys;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The keys by which programs come into a catalog. */
@Path("/v1/catalogs/{catalog}/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class KeyResource {
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 500;
    private static final int LONGEST_NAME = 200;

    private final EditKeys keys;
    private final Caller caller;

    KeyResource(EditKeys keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @Schema(name = "Key")
    record KeyView(@Schema(description = "The part of the key that may be known") String id, String name, List<String> scopes,
                   @Schema(description = "In which texts may be changed (BCP 47); all where none is named") List<String> locales,
                   @Schema(description = "RFC 3339, UTC") String createdAt, String createdBy, @Nullable String expiresAt, @Nullable String revokedAt,
                   @Schema(description = "To the minute; absent for a key that nobody has used") @Nullable String lastUsedAt) {
        static KeyView of(ApiKey it) {
            return new KeyView(it.id(), it.name(), it.scopes().stream().map(Scope::label).toList(),
                    it.locales().locales().stream().map(LocaleTag::value).toList(), it.createdAt().toString(), it.createdBy(),
                    text(it.expiresAt()), text(it.revokedAt()), text(it.lastUsedAt()));
        }

        private static @Nullable String text(Optional<Instant> time) {
            return time.map(Instant::toString).orElse(null);
        }
    }

    @Schema(name = "NewKey")
    record MadeView(@JsonUnwrapped KeyView view, @Schema(description = "The key itself, for the header Authorization: Bearer …; shown this once") String key) {
        /** Without the key: failures print records. */
        @Override
        public String toString() {
            return view.id();
        }
    }

    @Schema(name = "Keys")
    record KeyList(@Schema(description = "By id") List<KeyView> keys,
                   @Schema(description = "The cursor of the next page; absent at the end") @Nullable String next) {
    }

    @Schema(name = "KeyRequest", requiredProperties = {"name", "scopes"})
    record Wanted(@Schema(maxLength = LONGEST_NAME, examples = "Nightly import") @Nullable String name,
                  @Schema(enumeration = {"read", "import", "translate", "publish", "admin"}) @Nullable List<String> scopes,
                  @Schema(description = "For the scopes import and translate, where not all may be changed") @Nullable List<String> locales,
                  @Schema(description = "RFC 3339; never, where it is left out", examples = "2030-01-01T00:00:00Z") @Nullable String expiresAt) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.ADMINISTER)
    @Operation(operationId = "makeKey", summary = "A new key; the answer is the only place where it stands")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wanted.class)))
    @APIResponse(responseCode = "201", description = "Made", content = @Content(schema = @Schema(implementation = MadeView.class)))
    public RestResponse<MadeView> make(String catalog, byte[] body) {
        var wanted = JsonBody.read(body, Wanted.class, "");
        var made = keys.create(new ApiKey.CreateKeyCommand(new CatalogName(catalog), Fields.text("/name", wanted.name(), LONGEST_NAME), scopes(wanted.scopes()),
                limited(wanted), Optional.ofNullable(wanted.expiresAt()).map(KeyResource::time)), caller.actor());
        return ResponseBuilder.create(RestResponse.Status.CREATED, new MadeView(KeyView.of(made.key()), made.text().text()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/catalogs/" + catalog + "/keys/" + made.key().id()).build();
    }

    @GET
    @Needs(Permission.ADMINISTER)
    @Operation(operationId = "listKeys", summary = "The keys of a catalog, revoked and expired ones too, without their secrets")
    public RestResponse<KeyList> list(String catalog,
            @Parameter(description = "1–500, 100 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "next of the page before") @RestQuery @Nullable String cursor) {
        var query = List.of("keys", catalog);
        int most = Parameters.integer("limit", limit, 1, LARGEST_PAGE).orElse(USUAL_PAGE);
        var page = Paged.of(keys.page(new CatalogName(catalog), Cursor.read(cursor, query).orElse(""), most + 1), most, ApiKey::id, query);
        return ResponseBuilder.ok(new KeyList(page.shown(KeyView::of), page.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("{key}")
    @Needs(Permission.ADMINISTER)
    @Operation(operationId = "getKey", summary = "A key, without its secret")
    public RestResponse<KeyView> get(String catalog, String key) {
        return ResponseBuilder.ok(KeyView.of(keys.get(new CatalogName(catalog), key)), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @DELETE
    @Path("{key}")
    @Needs(Permission.ADMINISTER)
    @Operation(operationId = "revokeKey", summary = "Revokes a key for good: at once here, within 5 seconds everywhere")
    @APIResponse(responseCode = "204", description = "Revoked, now or before")
    public RestResponse<Void> revoke(String catalog, String key) {
        keys.revoke(new CatalogName(catalog), key);
        return RestResponse.noContent();
    }

    private static Set<Scope> scopes(@Nullable List<String> labels) {
        if (labels == null || labels.isEmpty()) {
            throw ProblemType.INVALID_FIELD.with("/scopes", "missing");
        }
        var scopes = EnumSet.noneOf(Scope.class);
        labels.forEach(it -> scopes.add(Scope.of(it).orElseThrow(() -> ProblemType.INVALID_FIELD.with("/scopes", "value"))));
        return scopes;
    }

    /** Who makes keys could make one for the other locales. */
    private static AllowedLocales limited(Wanted wanted) {
        var locales = MemberResource.locales(wanted.locales());
        if (locales.isLimited() && scopes(wanted.scopes()).contains(Scope.ADMIN)) {
            throw ProblemType.INVALID_FIELD.with("/locales", "value");
        }
        return locales;
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemType.INVALID_FIELD.with("/expiresAt", "value");
        }
    }
}
