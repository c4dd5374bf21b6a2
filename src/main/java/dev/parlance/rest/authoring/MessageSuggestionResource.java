package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.suggestions.SuggestTexts;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.access.VisibleCatalogs;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.security.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource of suggested translations of a message. */
@Path("/v1/catalogs/{catalog}/messages/{key}/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Suggestions")
public class MessageSuggestionResource {
    private final SuggestTexts suggestTexts;
    private final VisibleCatalogs visibleCatalogs;
    private final ServiceMessages serviceMessages;

    MessageSuggestionResource(SuggestTexts suggestTexts, VisibleCatalogs visibleCatalogs, ServiceMessages serviceMessages) {
        this.suggestTexts = suggestTexts;
        this.visibleCatalogs = visibleCatalogs;
        this.serviceMessages = serviceMessages;
    }

    @GET
    @RequiresPermission(Permission.TRANSLATE)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listMessageSuggestions",
            summary = "Suggests translations of a message, from similar sources in all catalogs whose drafts the caller may read.")
    public RestResponse<SuggestionView.SuggestionList> suggest(String catalog, String key,
            @Parameter(description = "BCP 47 language tag", required = true, example = "ja") @RestQuery @Nullable String locale,
            @Parameter(description = "true also requests a machine translation, which may take 5 seconds")
            @RestQuery @Nullable String machine,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var request = new SuggestTexts.SuggestionQuery(new CatalogName(catalog), Parameters.parseLocale(locale), visibleCatalogs.names(),
                Parameters.parseBoolean("machine", machine));
        var suggestions = suggestTexts.suggestForMessage(request, new MessageKey(key));
        return ResponseBuilder.ok(SuggestionView.SuggestionList.of(suggestions, serviceMessages, acceptLanguage),
                MediaType.APPLICATION_JSON_TYPE).build();
    }
}
