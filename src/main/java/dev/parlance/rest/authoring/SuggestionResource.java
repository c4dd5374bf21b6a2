package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.suggestions.SuggestTexts;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.PatternValidator;
import dev.parlance.rest.access.Caller;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.access.VisibleCatalogs;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.TextRules;
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

/** How any text may be translated. */
@Path("/v1/catalogs/{catalog}/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Suggestions")
public class SuggestionResource {
    private final SuggestTexts suggest;
    private final VisibleCatalogs visible;
    private final Caller caller;
    private final ServiceMessages texts;

    SuggestionResource(SuggestTexts suggest, VisibleCatalogs visible, Caller caller, ServiceMessages texts) {
        this.suggest = suggest;
        this.visible = visible;
        this.caller = caller;
        this.texts = texts;
    }

    @Schema(name = "SuggestionRequest", requiredProperties = {"locale", "text"})
    record Asking(
            @Schema(description = "BCP 47; the one to translate into", examples = "ja") @Nullable String locale,
            @Schema(description = "In the language of the catalog's source", maxLength = PatternValidator.MAX_TEXT_LENGTH) @Nullable String text,
            @Schema(enumeration = {"printf", "icu", "plain"}, defaultValue = "icu") @Nullable String syntax,
            @Schema(description = "true asks the machine too; it may take 5 seconds", defaultValue = "false") @Nullable Boolean machine) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(value = Permission.TRANSLATE, localesInside = true)
    @Operation(operationId = "suggestForText", summary = "How texts like this one are translated, in all catalogs the caller may see")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Asking.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SuggestionView.All.class)))
    public RestResponse<SuggestionView.All> suggest(String catalog, byte[] body,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var asking = JsonBody.read(body, Asking.class, "");
        var name = new CatalogName(catalog);
        caller.refuseUnless(Permission.TRANSLATE, name, target(asking));
        var question = new SuggestTexts.SuggestionQuery(name, target(asking), visible.names(), asking.machine() == Boolean.TRUE);
        var found = suggest.suggestForText(question, source(asking));
        return ResponseBuilder.ok(SuggestionView.All.of(found, texts, acceptLanguage), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static TextContent source(Asking it) {
        if (it.text() == null || it.text().isBlank()) {
            throw ProblemType.INVALID_FIELD.with("/text", it.text() == null ? "missing" : "value");
        }
        var text = TextRules.comment("/text", it.text(), PatternValidator.MAX_TEXT_LENGTH);
        var source = TextRules.wording("", text, "", it.syntax());
        PatternValidator.validate("/text", source.syntax(), text);
        return source;
    }

    private static LocaleTag target(Asking it) {
        if (it.locale() == null) {
            throw ProblemType.INVALID_FIELD.with("/locale", "missing");
        }
        return LocaleTag.parse(it.locale());
    }
}
