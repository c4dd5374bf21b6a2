package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.editing.CheckProposedTexts;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.PatternValidator;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.JsonLength;
import dev.parlance.rest.input.TextInput;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
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

/** The resource that runs the checks on proposed texts, without saving them. */
@Path("/v1/catalogs/{catalog}/checks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class CheckResource {
    private static final int MAX_TEXTS = 500;

    private final CheckProposedTexts checkDraft;
    private final ServiceMessages serviceMessages;
    private final ResourceUsage usage;

    CheckResource(CheckProposedTexts checkDraft, ServiceMessages serviceMessages, ResourceUsage usage) {
        this.usage = usage;
        this.checkDraft = checkDraft;
        this.serviceMessages = serviceMessages;
    }

    @Schema(name = "CheckRequest", requiredProperties = {"locale", "texts"})
    record CheckRequest(@Schema(description = "BCP 47 language tag") @Nullable String locale,
                  @Schema(minItems = 1, maxItems = MAX_TEXTS) @Nullable List<CandidateText> texts) {
    }

    @Schema(name = "CheckedText", requiredProperties = {"key", "message"})
    record CandidateText(
            @Schema(description = "Key of the message whose arguments and source the text is checked against") @Nullable String key,
            @Schema(maxLength = PatternValidator.MAX_TEXT_LENGTH) @Nullable String message,
            @Schema(maxLength = PatternValidator.MAX_TEXT_LENGTH, defaultValue = "") @Nullable String description,
            @Schema(enumeration = {"printf", "icu", "plain"}, defaultValue = "icu") @Nullable String syntax) {

        CheckProposedTexts.ProposedText toCandidate(String pointer) {
            if (key == null) {
                throw ProblemType.INVALID_FIELD.with(pointer + "/key", "missing");
            }
            return new CheckProposedTexts.ProposedText(new MessageKey(key), content(pointer));
        }

        private TextContent content(String pointer) {
            return TextInput.parseContent(pointer, message, description, syntax);
        }
    }

    @Schema(name = "CheckAnswer")
    record CheckResponse(@Schema(description = "In the order of the request") List<CheckedTextFindings> texts) {
    }

    @Schema(name = "CheckedTextFindings")
    record CheckedTextFindings(String key, List<FindingView> findings) {
    }

    @POST
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "checkTexts", summary = "Runs the checks on texts without saving them.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CheckRequest.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CheckResponse.class)))
    public RestResponse<CheckResponse> check(String catalog, byte[] body,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var request = JsonBody.read(body, CheckRequest.class, "");
        if (request.locale() == null || request.texts() == null || request.texts().isEmpty()) {
            throw ProblemType.INVALID_FIELD.with(request.locale() == null ? "/locale" : "/texts", "missing");
        }
        if (request.texts().size() > MAX_TEXTS) {
            throw ProblemType.TOO_MANY_ITEMS.with("/texts", MAX_TEXTS);
        }
        var candidates = new ArrayList<CheckProposedTexts.ProposedText>();
        for (var it : request.texts()) {
            candidates.add(it.toCandidate("/texts/" + candidates.size()));
        }
        var results = new ArrayList<CheckedTextFindings>();
        long bytes = 0;
        for (var it : checkDraft.run(new CatalogName(catalog), LocaleTag.parse(request.locale()), candidates)) {
            var view = new CheckedTextFindings(it.key().value(), FindingView.of(it.findings(), serviceMessages, acceptLanguage));
            bytes += JsonLength.of(view);
            if (bytes > ResourceLimit.CHECK_RESPONSE.value()) {
                usage.countRejection(ResourceLimit.CHECK_RESPONSE);
                throw ProblemType.RESPONSE_TOO_LARGE.with(ResourceLimit.CHECK_RESPONSE.value());
            }
            results.add(view);
        }
        return ResponseBuilder.ok(new CheckResponse(results), MediaType.APPLICATION_JSON_TYPE).build();
    }
}
