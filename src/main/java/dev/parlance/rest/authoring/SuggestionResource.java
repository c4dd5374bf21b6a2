package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.suggestions.SuggestTexts;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.PatternValidator;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.access.VisibleCatalogs;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.TextInput;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource of suggested translations of any text. */
@Path("/v1/catalogs/{catalog}/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Suggestions")
public class SuggestionResource {
    private final SuggestTexts suggestTexts;
    private final VisibleCatalogs visibleCatalogs;
    private final CurrentCaller caller;
    private final ServiceMessages serviceMessages;

    SuggestionResource(SuggestTexts suggestTexts, VisibleCatalogs visibleCatalogs, CurrentCaller caller, ServiceMessages serviceMessages) {
        this.suggestTexts = suggestTexts;
        this.visibleCatalogs = visibleCatalogs;
        this.caller = caller;
        this.serviceMessages = serviceMessages;
    }

    @Schema(name = "SuggestionRequest", requiredProperties = {"locale", "text"})
    record SuggestionRequest(
            @Schema(description = "Target locale (BCP 47)", examples = "ja") @Nullable String locale,
            @Schema(description = "Source text, in the source locale of the catalog", maxLength = PatternValidator.MAX_TEXT_LENGTH)
            @Nullable String text,
            @Schema(enumeration = {"printf", "icu", "plain"}, defaultValue = "icu") @Nullable String syntax,
            @Schema(description = "true also requests a machine translation, which may take 5 seconds", defaultValue = "false")
            @Nullable Boolean machine) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(value = Permission.TRANSLATE, localesInBody = true)
    @Operation(operationId = "suggestTranslations",
            summary = "Suggests translations of a text, from similar sources in all catalogs whose drafts the caller may read.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SuggestionRequest.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SuggestionView.SuggestionList.class)))
    public RestResponse<SuggestionView.SuggestionList> suggest(String catalog, byte[] body,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var request = JsonBody.read(body, SuggestionRequest.class, "");
        var name = new CatalogName(catalog);
        caller.requirePermission(Permission.TRANSLATE, name, requireTarget(request));
        var command = new SuggestTexts.SuggestionQuery(name, requireTarget(request), visibleCatalogs.names(),
                request.machine() == Boolean.TRUE);
        var suggestions = suggestTexts.suggestForText(command, requireSource(request));
        return ResponseBuilder.ok(SuggestionView.SuggestionList.of(suggestions, serviceMessages, acceptLanguage),
                MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static TextContent requireSource(SuggestionRequest it) {
        if (it.text() == null || it.text().isBlank()) {
            throw ProblemType.INVALID_FIELD.with("/text", it.text() == null ? "missing" : "blank");
        }
        var text = TextInput.optionalText("/text", it.text(), PatternValidator.MAX_TEXT_LENGTH);
        var source = TextInput.parseContent("", text, "", it.syntax());
        PatternValidator.validate("/text", source.syntax(), text);
        return source;
    }

    private static LocaleTag requireTarget(SuggestionRequest it) {
        if (it.locale() == null) {
            throw ProblemType.INVALID_FIELD.with("/locale", "missing");
        }
        return LocaleTag.parse(it.locale());
    }
}
