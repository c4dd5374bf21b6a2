package dev.parlance.rest.authoring;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.editing.EditCatalog;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.Acts;
import dev.parlance.rest.access.Admits;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.MergePatch;
import dev.parlance.rest.input.Precondition;
import dev.parlance.rest.input.TextRules;
import dev.parlance.security.CurrentAccess;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
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

/** Catalogs themselves: made, set, and given locales. */
@Path("/v1/catalogs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class SettingsResource {
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_LOCALES = 500;

    private final EditCatalog edit;
    private final Acts acts;
    private final CurrentAccess access;

    SettingsResource(EditCatalog edit, Acts acts, CurrentAccess access) {
        this.edit = edit;
        this.acts = acts;
        this.access = access;
    }

    @Schema(name = "CatalogRequest", requiredProperties = {"name", "title", "sourceLocale"})
    record Making(
            @Schema(examples = "shop") @Nullable String name, @Schema(maxLength = LONGEST_TITLE) @Nullable String title,
            @Schema(description = "BCP 47", examples = "en") @Nullable String sourceLocale,
            @Schema(description = "BCP 47; the source locale need not be among them", maxItems = MOST_LOCALES) @Nullable List<String> locales,
            @Schema(description = "Those of them whose texts no release may lack", maxItems = MOST_LOCALES) @Nullable List<String> requiredLocales,
            @Schema(description = "Only approved texts are released", defaultValue = "false") @Nullable Boolean reviewRequired,
            @Schema(description = "Nobody approves a text of their own", defaultValue = "false") @Nullable Boolean twoPersonRule) {
    }

    @Schema(name = "CatalogSettings")
    record Settings(
            @Schema(maxLength = LONGEST_TITLE) @Nullable String title,
            @Schema(description = "Only approved texts are released", defaultValue = "false") @Nullable Boolean reviewRequired,
            @Schema(description = "Nobody approves a text of their own", defaultValue = "false") @Nullable Boolean twoPersonRule) {

        static Settings of(HistoryState.CatalogSettings it) {
            return new Settings(it.title(), it.reviewRequired(), it.twoPersonRule());
        }

        HistoryState.CatalogSettings recorded() {
            return new HistoryState.CatalogSettings(checkedTitle(title), reviewRequired == Boolean.TRUE, twoPersonRule == Boolean.TRUE);
        }
    }

    @Schema(name = "CatalogLocaleRequest")
    record Offering(@Schema(description = "No release without all of its texts", defaultValue = "false") @Nullable Boolean required) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Admits(Admits.Whom.ADMINISTRATORS)
    @Operation(operationId = "makeCatalog", summary = "Makes a catalog without messages")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Making.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = DraftView.class)))
    public RestResponse<DraftView> make(byte[] body, @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment) {
        var making = JsonBody.read(body, Making.class, "");
        var settings = new Settings(making.title(), making.reviewRequired(), making.twoPersonRule()).recorded();
        var locales = new TreeMap<LocaleTag, Boolean>();
        locales("/locales", making.locales()).forEach(it -> locales.put(it, false));
        locales("/requiredLocales", making.requiredLocales()).forEach(it -> locales.put(it, true));
        var wanted = new EditCatalog.CreateCatalogCommand(new CatalogName(given("/name", making.name())),
                LocaleTag.parse(given("/sourceLocale", making.sourceLocale())), settings, locales);
        var made = edit.create(wanted, acts.of(comment, null));
        // Nobody would know here yet for whom it is.
        access.refreshQuietly();
        return ResponseBuilder.create(RestResponse.Status.CREATED, DraftView.of(made)).type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/catalogs/" + made.name() + "/draft")
                .tag(Integer.toString(made.version())).build();
    }

    @PATCH
    @Path("{catalog}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Needs(Permission.MANAGE)
    @Operation(operationId = "patchCatalog", summary = "Changes some of the settings of a catalog: a JSON Merge Patch (RFC 7396)")
    @RequestBody(required = true, content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = Settings.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.class)))
    public RestResponse<DraftView> patch(String catalog, byte[] body,
            @Parameter(description = "The ETag of the draft as you read it") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment) {
        return answer(edit.updateSettings(new CatalogName(catalog), Precondition.present(ifMatch),
                present -> JsonBody.patched(body, Settings.of(present), Settings.class).recorded(), acts.of(comment, null)));
    }

    @PUT
    @Path("{catalog}/locales/{locale}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE)
    @Operation(operationId = "offerLocale", summary = "Offers a catalog in a locale, or says whether releases need all of its texts")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Offering.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DraftView.class)))
    public RestResponse<DraftView> offer(String catalog, String locale, byte[] body,
            @Parameter(description = "The ETag of the draft as you read it") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment) {
        var offering = JsonBody.read(body, Offering.class, "");
        return answer(edit.offerLocale(new CatalogName(catalog), Precondition.present(ifMatch), LocaleTag.parse(locale),
                offering.required() == Boolean.TRUE, acts.of(comment, null)));
    }

    private static RestResponse<DraftView> answer(Catalog catalog) {
        return ResponseBuilder.ok(DraftView.of(catalog), MediaType.APPLICATION_JSON_TYPE).tag(Integer.toString(catalog.version())).build();
    }

    private static List<LocaleTag> locales(String pointer, @Nullable List<String> tags) {
        var given = Optional.ofNullable(tags).orElse(List.of());
        if (given.size() > MOST_LOCALES) {
            throw ProblemType.TOO_MANY_ITEMS.with(pointer, MOST_LOCALES);
        }
        return given.stream().map(LocaleTag::parse).toList();
    }

    private static String checkedTitle(@Nullable String title) {
        var given = given("/title", title);
        if (given.isBlank()) {
            throw ProblemType.INVALID_FIELD.with("/title", "value");
        }
        return TextRules.comment("/title", given, LONGEST_TITLE);
    }

    private static String given(String pointer, @Nullable String value) {
        return Optional.ofNullable(value).orElseThrow(() -> ProblemType.INVALID_FIELD.with(pointer, "missing"));
    }
}
