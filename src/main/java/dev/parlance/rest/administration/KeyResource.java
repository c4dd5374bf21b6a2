package dev.parlance.rest.administration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parlance.audit.AuditAction;
import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.http.SmallBody;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.DateFields;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.JsonFields;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
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
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

/** The resource of the API keys of a catalog, for programs. */
@SmallBody
@Path("/v1/catalogs/{catalog}/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class KeyResource {
    private static final String SCOPES = Arrays.stream(Scope.values()).map(Scope::label).collect(Collectors.joining(", "));
    private static final int DEFAULT_PAGE_SIZE = 100;
    private static final int MAX_PAGE_SIZE = 500;
    private static final int MAX_NAME_LENGTH = 200;

    private final EditKeys keys;
    private final CurrentCaller caller;
    private final RequestAudit audit;

    KeyResource(EditKeys keys, CurrentCaller caller, RequestAudit audit) {
        this.keys = keys;
        this.caller = caller;
        this.audit = audit;
    }

    @Schema(name = "Key")
    record KeyView(@Schema(description = "Public part of the key") String id, String name, List<String> scopes,
                   @Schema(description = "Locales whose texts may be changed (BCP 47); all if empty") List<String> locales,
                   @Schema(description = "RFC 3339, UTC") String createdAt, String createdBy, @Nullable String expiresAt,
                   @Nullable String revokedAt,
                   @Schema(description = "Accurate to the minute; absent if the key was never used") @Nullable String lastUsedAt) {
        static KeyView of(ApiKey it) {
            return new KeyView(it.id(), it.name(), it.scopes().stream().map(Scope::label).toList(),
                    it.locales().locales().stream().map(LocaleTag::value).toList(), it.createdAt().toString(), it.createdBy(),
                    format(it.expiresAt()), format(it.revokedAt()), format(it.lastUsedAt()));
        }

        private static @Nullable String format(Optional<Instant> time) {
            return time.map(Instant::toString).orElse(null);
        }
    }

    @Schema(name = "NewKey")
    record NewKeyView(@JsonUnwrapped KeyView view,
                      @Schema(description = "The key, for the header Authorization: Bearer …; shown only once") String key) {
        /** Omits the key, because exceptions print records. */
        @Override
        public String toString() {
            return view.id();
        }
    }

    @Schema(name = "Keys")
    record KeyList(@Schema(description = "Sorted by id") List<KeyView> keys,
                   @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<KeyView> COLUMNS = TableColumns.of(KeyView.class).column("id", KeyView::id)
                .column("scopes", KeyView::scopes).column("locales", KeyView::locales).column("createdAt", KeyView::createdAt)
                .column("createdBy", KeyView::createdBy).column("expiresAt", KeyView::expiresAt)
                .column("revokedAt", KeyView::revokedAt).column("lastUsedAt", KeyView::lastUsedAt).column("name", KeyView::name);

        @Override
        public Table toTable() {
            return COLUMNS.table(keys, next);
        }
    }

    @Schema(name = "KeyRequest", requiredProperties = {"name", "scopes"})
    record KeyRequest(@Schema(maxLength = MAX_NAME_LENGTH, examples = "Nightly import") @Nullable String name,
                  @Schema(enumeration = {"read", "import", "translate", "publish", "admin"}) @Nullable List<String> scopes,
                  @Schema(description = "Limits the scopes import and translate to these locales (BCP 47)") @Nullable List<String> locales,
                  @Schema(description = "RFC 3339, in the years 1 to 9999; the key never expires if omitted",
                          examples = "2030-01-01T00:00:00Z")
                  @Nullable String expiresAt) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(operationId = "createKey", summary = "Creates an API key. Only this response contains the key itself.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = KeyRequest.class)))
    @APIResponse(responseCode = "201", description = "Created", content = @Content(schema = @Schema(implementation = NewKeyView.class)))
    public RestResponse<NewKeyView> create(String catalog, byte[] body) {
        var request = JsonBody.read(body, KeyRequest.class, "");
        var created = keys.create(new ApiKey.CreateKeyCommand(new CatalogName(catalog),
                JsonFields.requireText("/name", request.name(), MAX_NAME_LENGTH), parseScopes(request.scopes()),
                parseLocales(request), Optional.ofNullable(request.expiresAt()).map(it -> DateFields.parseTime("/expiresAt", it))),
                caller.actor());
        audit.record(AuditAction.KEY_CREATED, "catalog", catalog, "key", created.key().id(), "scopes",
                created.key().scopes().stream().map(Scope::label).collect(Collectors.joining(",")));
        return ResponseBuilder.create(RestResponse.Status.CREATED, new NewKeyView(KeyView.of(created.key()), created.token().token()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/catalogs/" + catalog + "/keys/" + created.key().id()).build();
    }

    @GET
    @RequiresPermission(Permission.ADMINISTER)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listKeys",
            summary = "Lists the API keys of a catalog, including revoked and expired ones, without their secrets.")
    public RestResponse<KeyList> list(String catalog,
            @Parameter(description = "Page size: 1–500, 100 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        var query = List.of("keys", catalog);
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var page = Page.of(keys.page(new CatalogName(catalog), Cursor.decode(cursor, query).orElse(""), pageSize + 1), pageSize, ApiKey::id,
                query);
        return ResponseBuilder.ok(new KeyList(page.items(KeyView::of), page.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("{key}")
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(operationId = "getKey", summary = "Returns an API key, without its secret.")
    public RestResponse<KeyView> get(String catalog, String key) {
        return ResponseBuilder.ok(KeyView.of(keys.get(new CatalogName(catalog), key)), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @DELETE
    @Path("{key}")
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(operationId = "revokeKey",
            summary = "Revokes an API key permanently. Takes effect at once on this replica, within 5 seconds on all others.")
    @APIResponse(responseCode = "204", description = "Revoked, now or earlier")
    public RestResponse<Void> revoke(String catalog, String key) {
        keys.revoke(new CatalogName(catalog), key, caller.actor());
        audit.record(AuditAction.KEY_REVOKED, "catalog", catalog, "key", key);
        return RestResponse.noContent();
    }

    static Set<Scope> parseScopes(@Nullable List<String> labels) {
        if (labels == null || labels.isEmpty()) {
            throw ProblemType.INVALID_FIELD.with("/scopes", "missing", SCOPES);
        }
        var scopes = EnumSet.noneOf(Scope.class);
        labels.forEach(it -> scopes.add(Scope.of(it).orElseThrow(() -> ProblemType.INVALID_FIELD.with("/scopes", "value", SCOPES))));
        return scopes;
    }

    /** Rejects locale limits for the scope admin, because its keys could create keys for other locales. */
    private static AllowedLocales parseLocales(KeyRequest request) {
        var locales = MemberResource.parseLocales(request.locales());
        if (locales.isLimited() && parseScopes(request.scopes()).contains(Scope.ADMIN)) {
            throw ProblemType.INVALID_FIELD.with("/locales", "unlimited");
        }
        return locales;
    }
}
