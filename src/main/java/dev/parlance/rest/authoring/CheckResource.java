package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.editing.CheckProposedTexts;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.PatternValidator;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.TextRules;
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

/** What the checks say of texts that are not stored. */
@Path("/v1/catalogs/{catalog}/checks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class CheckResource {
    private static final int MOST_TEXTS = 500;

    private final CheckProposedTexts check;
    private final ServiceMessages texts;

    CheckResource(CheckProposedTexts check, ServiceMessages texts) {
        this.check = check;
        this.texts = texts;
    }

    @Schema(name = "CheckRequest", requiredProperties = {"locale", "texts"})
    record Wanted(@Schema(description = "BCP 47") @Nullable String locale,
                  @Schema(minItems = 1, maxItems = MOST_TEXTS) @Nullable List<Candidate> texts) {
    }

    @Schema(name = "CheckedText", requiredProperties = {"key", "message"})
    record Candidate(
            @Schema(description = "The message it is to be a text of: its arguments and its source are what is compared") @Nullable String key,
            @Schema(maxLength = PatternValidator.MAX_TEXT_LENGTH) @Nullable String message,
            @Schema(maxLength = PatternValidator.MAX_TEXT_LENGTH, defaultValue = "") @Nullable String description,
            @Schema(enumeration = {"printf", "icu", "plain"}, defaultValue = "icu") @Nullable String syntax) {

        CheckProposedTexts.ProposedText candidate(String pointer) {
            if (key == null) {
                throw ProblemType.INVALID_FIELD.with(pointer + "/key", "missing");
            }
            return new CheckProposedTexts.ProposedText(new MessageKey(key), wording(pointer));
        }

        private TextContent wording(String pointer) {
            return TextRules.wording(pointer, message, description, syntax);
        }
    }

    @Schema(name = "CheckAnswer")
    record Answer(@Schema(description = "In the order of the request") List<Checked> texts) {
    }

    @Schema(name = "CheckedTextFindings")
    record Checked(String key, List<FindingView> findings) {
    }

    @POST
    @Needs(Permission.READ_DRAFT)
    @Operation(operationId = "checkTexts", summary = "What the checks say of texts before they are saved; stores nothing")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wanted.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class)))
    public RestResponse<Answer> check(String catalog, byte[] body, @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var wanted = JsonBody.read(body, Wanted.class, "");
        if (wanted.locale() == null || wanted.texts() == null || wanted.texts().isEmpty()) {
            throw ProblemType.INVALID_FIELD.with(wanted.locale() == null ? "/locale" : "/texts", "missing");
        }
        if (wanted.texts().size() > MOST_TEXTS) {
            throw ProblemType.TOO_MANY_ITEMS.with("/texts", MOST_TEXTS);
        }
        var candidates = new ArrayList<CheckProposedTexts.ProposedText>();
        for (var it : wanted.texts()) {
            candidates.add(it.candidate("/texts/" + candidates.size()));
        }
        var checked = check.run(new CatalogName(catalog), LocaleTag.parse(wanted.locale()), candidates).stream()
                .map(it -> new Checked(it.key().value(), FindingView.of(it.findings(), texts, acceptLanguage))).toList();
        return ResponseBuilder.ok(new Answer(checked), MediaType.APPLICATION_JSON_TYPE).build();
    }
}
