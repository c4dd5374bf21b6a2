package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.audit.AuditAction;
import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.CorsOrigins;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.editing.EditCatalog;
import dev.parlance.locales.KnownLanguages;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.access.ChangeContexts;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.CorsOriginsField;
import dev.parlance.rest.input.ErrorMembersView;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.MergePatch;
import dev.parlance.rest.input.TextInput;
import dev.parlance.rest.input.VersionPrecondition;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource that creates catalogs and edits their settings and locales. */
@Path("/v1/catalogs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class SettingsResource {
    private static final int MAX_TITLE_LENGTH = 200;
    private static final String CATALOG = "catalog";
    private static final String PUBLIC = "public";

    private final EditCatalog editCatalog;
    private final ChangeContexts contexts;
    private final AccessRegistry accessRegistry;
    private final CurrentCaller caller;
    private final RequestAudit audit;

    SettingsResource(EditCatalog editCatalog, ChangeContexts contexts, AccessRegistry accessRegistry, CurrentCaller caller,
            RequestAudit audit) {
        this.audit = audit;
        this.caller = caller;
        this.editCatalog = editCatalog;
        this.contexts = contexts;
        this.accessRegistry = accessRegistry;
    }

    @Schema(name = "CatalogRequest", requiredProperties = {"name", "title", "sourceLocale"})
    record CatalogRequest(
            @Schema(examples = "shop") @Nullable String name, @Schema(maxLength = MAX_TITLE_LENGTH) @Nullable String title,
            @Schema(description = "BCP 47 language tag", examples = "en") @Nullable String sourceLocale,
            @Schema(description = "BCP 47; may omit the source locale", maxItems = EditCatalog.MAX_LOCALES) @Nullable List<String> locales,
            @Schema(description = "Locales whose texts releases require in full", maxItems = EditCatalog.MAX_LOCALES)
            @Nullable List<String> requiredLocales,
            @Schema(enumeration = {"public", "private"}, defaultValue = "private", description = "public: anyone may read the releases")
            @Nullable String visibility,
            @Schema(description = "Only approved texts are released", defaultValue = "false") @Nullable Boolean reviewRequired,
            @Schema(description = "Authors cannot approve their own texts", defaultValue = "false") @Nullable Boolean twoPersonRule) {
    }

    @Schema(name = "CatalogSettings")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CatalogSettings(
            @Schema(maxLength = MAX_TITLE_LENGTH) @Nullable String title,
            @Schema(description = "BCP 47 language tag, one of the locales; fixed after the first release") @Nullable String sourceLocale,
            @Schema(enumeration = {"public", "private"}, description = "Changing it requires the permission `administer`")
            @Nullable String visibility,
            @Schema(description = "Only approved texts are released", defaultValue = "false") @Nullable Boolean reviewRequired,
            @Schema(description = "Authors cannot approve their own texts", defaultValue = "false") @Nullable Boolean twoPersonRule,
            @Schema(description = "null restores the default ones") @Nullable ErrorMembersView errorMembers,
            @Schema(description = CorsOriginsField.DESCRIPTION, maxItems = CorsOrigins.MAX_ORIGINS,
                    examples = "[\"https://app.example.com\"]")
            @Nullable List<String> corsOrigins) {
        static CatalogSettings of(EditCatalog.CatalogState state) {
            var it = state.settings();
            return new CatalogSettings(it.title(), state.sourceLocale().value(), DraftView.visibility(state.publiclyReadable()),
                    it.reviewRequired(), it.twoPersonRule(), ErrorMembersView.of(it.errorMembers()),
                    CorsOriginsField.values(it.corsOrigins()));
        }

        EditCatalog.CatalogState toState() {
            return new EditCatalog.CatalogState(settings(title, reviewRequired, twoPersonRule).with(ErrorMembersView.parse(errorMembers))
                    .with(CorsOriginsField.parse(corsOrigins)),
                    LocaleTag.parse(requirePresent("/sourceLocale", sourceLocale)),
                    DraftView.parseVisibility(requirePresent("/visibility", visibility)));
        }
    }

    @Schema(name = "CatalogLocaleRequest")
    record CatalogLocaleRequest(
            @Schema(description = "Releases require all texts of the locale", defaultValue = "false") @Nullable Boolean required) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowedCallers(AllowedCallers.CallerGroup.ADMINISTRATORS)
    @Operation(operationId = "createCatalog", summary = "Creates a catalog without messages.",
            description = "The catalog is private unless `visibility` is `public`. Callers without access get 404 for a private catalog.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CatalogRequest.class)))
    @APIResponse(responseCode = "201", description = "Created", content = @Content(schema = @Schema(implementation = DraftView.class)))
    public RestResponse<DraftView> create(byte[] body,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        var request = JsonBody.read(body, CatalogRequest.class, "");
        var settings = settings(request.title(), request.reviewRequired(), request.twoPersonRule());
        var sourceLocale = KnownLanguages.parse("/sourceLocale", requirePresent("/sourceLocale", request.sourceLocale()));
        var locales = new TreeMap<LocaleTag, Boolean>();
        locales.put(sourceLocale, true);
        parseLocales("/locales", request.locales()).forEach(it -> locales.putIfAbsent(it, false));
        for (var required : parseLocales("/requiredLocales", request.requiredLocales())) {
            if (locales.replace(required, true) == null) {
                throw ProblemType.REQUIRED_LOCALE_NOT_OFFERED.with(required.value());
            }
        }
        var command = new EditCatalog.CreateCatalogCommand(new CatalogName(requirePresent("/name", request.name())), sourceLocale,
                settings, locales, request.visibility() != null && DraftView.parseVisibility(request.visibility()));
        var created = editCatalog.create(command, contexts.create(comment, null));
        // Otherwise this replica would not know the permissions for the catalog until the next periodic refresh.
        accessRegistry.refreshAfterCommit();
        audit.record(AuditAction.CATALOG_CREATED, CATALOG, created.name().value(), PUBLIC, Boolean.toString(created.publiclyReadable()));
        return ResponseBuilder.create(RestResponse.Status.CREATED, DraftView.of(created)).type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/catalogs/" + created.name() + "/draft")
                .tag(Integer.toString(created.version())).build();
    }

    @PATCH
    @Path("{catalog}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "updateCatalog", summary = "Updates the settings of a catalog by a JSON Merge Patch (RFC 7396).")
    @RequestBody(required = true,
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = CatalogSettings.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.class)))
    public RestResponse<DraftView> patch(String catalog, byte[] body,
            @Parameter(description = "ETag of the draft as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        var name = new CatalogName(catalog);
        var wasPublic = new AtomicBoolean();
        var updated = editCatalog.update(name, VersionPrecondition.requireVersion(ifMatch), current -> {
            var next = JsonBody.applyPatch(body, CatalogSettings.of(current), CatalogSettings.class).toState();
            wasPublic.set(current.publiclyReadable());
            if (next.publiclyReadable() != current.publiclyReadable()) {
                caller.requirePermission(Permission.ADMINISTER, name);
            }
            return next;
        }, contexts.create(comment, null));
        accessRegistry.refreshAfterCommit();
        if (updated.publiclyReadable() != wasPublic.get()) {
            audit.record(AuditAction.VISIBILITY_CHANGED, CATALOG, catalog, PUBLIC, Boolean.toString(updated.publiclyReadable()));
        }
        return toResponse(updated);
    }

    @DELETE
    @Path("{catalog}")
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(operationId = "deleteCatalog", summary = "Deletes a catalog that was never released, with its texts and history.")
    @APIResponse(responseCode = "204", description = "Deleted; its name can be used again")
    public RestResponse<Void> delete(String catalog,
            @Parameter(description = "ETag of the draft as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        editCatalog.delete(new CatalogName(catalog), VersionPrecondition.requireVersion(ifMatch), contexts.create(null, null));
        accessRegistry.refreshAfterCommit();
        audit.record(AuditAction.CATALOG_DELETED, CATALOG, catalog);
        return RestResponse.noContent();
    }

    @PUT
    @Path("{catalog}/locales/{locale}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "saveLocale", summary = "Adds a locale to a catalog, or updates whether releases require all of its texts.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CatalogLocaleRequest.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.class)))
    public RestResponse<DraftView> offerLocale(String catalog, String locale, byte[] body,
            @Parameter(description = "ETag of the draft as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        var request = JsonBody.readOptional(body, CatalogLocaleRequest.class);
        return toResponse(editCatalog.offerLocale(new CatalogName(catalog), VersionPrecondition.requireVersion(ifMatch),
                KnownLanguages.parse("/locale", locale), request.required() == Boolean.TRUE, contexts.create(comment, null)));
    }

    @DELETE
    @Path("{catalog}/locales/{locale}")
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "removeLocale", summary = "Removes a locale and its texts from the draft of a catalog.",
            description = "The texts remain in releases and in the history. The source locale cannot be removed.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.class)))
    public RestResponse<DraftView> removeLocale(String catalog, String locale,
            @Parameter(description = "ETag of the draft as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        return toResponse(editCatalog.removeLocale(new CatalogName(catalog), VersionPrecondition.requireVersion(ifMatch),
                LocaleTag.parse(locale), contexts.create(comment, null)));
    }

    private static RestResponse<DraftView> toResponse(Catalog catalog) {
        return ResponseBuilder.ok(DraftView.of(catalog), MediaType.APPLICATION_JSON_TYPE).tag(Integer.toString(catalog.version())).build();
    }

    private static List<LocaleTag> parseLocales(String pointer, @Nullable List<String> tags) {
        var requested = Optional.ofNullable(tags).orElse(List.of());
        if (requested.size() > EditCatalog.MAX_LOCALES) {
            throw ProblemType.TOO_MANY_ITEMS.with(pointer, EditCatalog.MAX_LOCALES);
        }
        return IntStream.range(0, requested.size()).mapToObj(it -> KnownLanguages.parse(pointer + "/" + it, requested.get(it))).toList();
    }

    private static HistoryState.CatalogSettings settings(@Nullable String title, @Nullable Boolean reviewRequired,
            @Nullable Boolean twoPersonRule) {
        return new HistoryState.CatalogSettings(requireTitle(title), reviewRequired == Boolean.TRUE, twoPersonRule == Boolean.TRUE);
    }

    private static String requireTitle(@Nullable String title) {
        var present = requirePresent("/title", title);
        if (present.isBlank()) {
            throw ProblemType.INVALID_FIELD.with("/title", "blank");
        }
        return TextInput.optionalText("/title", present, MAX_TITLE_LENGTH);
    }

    private static String requirePresent(String pointer, @Nullable String value) {
        return Optional.ofNullable(value).orElseThrow(() -> ProblemType.INVALID_FIELD.with(pointer, "missing"));
    }
}
