package dev.parlance.rest.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.editing.ReadDraft;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.Fallback;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.LoadDraft;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.PatternValidator;
import dev.parlance.rendering.PseudoLocale;
import dev.parlance.rendering.compiled.ArgumentNames;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.delivery.ChannelSnapshots.LocaleSelection;
import dev.parlance.rest.input.ArgumentView;
import dev.parlance.rest.input.BodyArguments;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.input.TextInput;
import dev.parlance.rest.input.TimeZones;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Renders a text as it would be if published. Nothing is stored. */
@Path("/v1/catalogs/{catalog}/preview")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class PreviewResource {
    private static final int MAX_SAMPLES = 50;

    private final ChannelSnapshots snapshots;
    private final LoadDraft loadDraft;
    private final ReadDraft readDraft;
    private final CurrentCaller caller;
    private final ResourceUsage usage;

    PreviewResource(ChannelSnapshots snapshots, LoadDraft loadDraft, ReadDraft readDraft, CurrentCaller caller, ResourceUsage usage) {
        this.snapshots = snapshots;
        this.loadDraft = loadDraft;
        this.readDraft = readDraft;
        this.caller = caller;
        this.usage = usage;
    }

    @Schema(name = "PreviewRequest", requiredProperties = "text")
    record PreviewRequest(
            @Schema(description = "BCP 47 language tag; Accept-Language is used if omitted", examples = "ru") @Nullable String locale,
            @Schema(enumeration = {"icu", "printf", "plain"}, defaultValue = "icu") @Nullable String syntax,
            @Schema(maxLength = PatternValidator.MAX_TEXT_LENGTH) @Nullable String text,
            @Schema(description = "Key of the message whose declared arguments apply: one of the draft, if the caller may read drafts; "
                    + "if omitted, arguments are inferred from the text")
            @Nullable String key,
            @Schema(description = "Time zone: IANA name or offset, UTC by default", examples = "Europe/Paris") @Nullable String timeZone,
            @Schema(description = "Sets of arguments, each a list by position or an object by name", maxItems = MAX_SAMPLES,
                    implementation = Object[].class) @Nullable List<JsonNode> samples) {
    }

    @Schema(name = "PreviewAnswer")
    record PreviewResponse(
            @Schema(description = "Locale served (BCP 47)") String locale,
            @Schema(description = "ICU pattern that apps would receive") String pattern,
            @Schema(description = "Declared arguments, or inferred ones if the request has no key") List<ArgumentView> arguments,
            @Schema(description = "In the order of the request") List<PreviewSample> samples) {
    }

    @Schema(name = "PreviewSample")
    record PreviewSample(String text, SortedSet<String> missingArguments, SortedSet<String> unexpectedArguments,
                  SortedSet<String> invalidArguments,
                  @Schema(description = "Examples of accepted values of the invalid arguments, by name; absent if there are none")
                  @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<String>> acceptedForms) {
    }

    @POST
    @RequiresPermission(value = Permission.READ, identifiesCaller = true)
    @Operation(operationId = "previewText", summary = "Renders a text with several sets of arguments, without saving it.",
            description = "For callers who may read drafts, the locales and messages of the draft apply, even without a release.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PreviewRequest.class),
            examples = @ExampleObject(name = "Russian plurals", value = OpenApiExamples.PREVIEW_REQUEST)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PreviewResponse.class),
            examples = @ExampleObject(name = "Russian plurals", value = OpenApiExamples.PREVIEW_RESPONSE)))
    public RestResponse<PreviewResponse> preview(String catalog, byte[] body,
                                        @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var name = new CatalogName(catalog);
        var request = JsonBody.read(body, PreviewRequest.class, "samples");
        boolean readsDraft = caller.isExisting(name) && caller.canReadDraft(name);
        var snapshot = readsDraft ? draftWithoutMessages(name, request.locale(), acceptLanguage) : snapshots.released(name, null);
        var text = requireText(request.text());
        var syntax = parseSyntax(request.syntax());
        var zone = TimeZones.parseField("/timeZone", request.timeZone());
        // The rules of another language than the requested one would not show what its readers see.
        var readerLocale = ReaderLocale.of(snapshot, request.locale(), acceptLanguage,
                request.locale() == null ? Fallback.FULL : Fallback.PARENTS);
        PatternValidator.validate("/text", syntax, text);
        var contract = request.key() == null ? InferredArguments.infer(syntax, text)
                : readsDraft ? readDraft.findMessage(name, new MessageKey(request.key())).message().definition().contract()
                : findContract(catalog, readerLocale.served(), request.key());
        var compiled = compile(syntax, text, readerLocale.served(), contract);
        var pattern = PatternText.of(syntax, text).withNames(contract);
        var pseudo = PseudoLocale.find(readerLocale.served().locale());
        if (pseudo.isPresent()) {
            pattern = pseudo.get().apply(PatternText.of(syntax, text), placeOf(name, request)).withNames(contract);
            compiled = compile(Syntax.ICU, pattern.pattern(), readerLocale.served(), contract);
        }
        var samples = renderSamples(compiled, contract, requireSamples(request), zone);
        var served = readerLocale.served().locale().value();
        return ResponseBuilder.ok(new PreviewResponse(served, pattern.pattern(), ArgumentView.of(contract), samples),
                        MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, served)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Returns the name of the message in a pseudo-locale. A text without a message has that of its catalog. */
    private static String placeOf(CatalogName catalog, PreviewRequest request) {
        return request.key() == null ? catalog.value() : catalog + "/" + request.key();
    }

    private static String requireText(@Nullable String text) {
        if (text == null) {
            throw ProblemType.INVALID_FIELD.with("/text", "missing");
        }
        return TextInput.requireAllowedCharacters("/text", text);
    }

    private static Syntax parseSyntax(@Nullable String label) {
        return label == null ? Syntax.ICU : Arrays.stream(Syntax.values()).filter(it -> it.label().equals(label)).findFirst()
                .orElseThrow(() -> ProblemType.INVALID_FIELD.with("/syntax", "value", "icu, printf, plain"));
    }

    private static List<JsonNode> requireSamples(PreviewRequest request) {
        var samples = request.samples() == null ? List.<JsonNode>of() : request.samples();
        if (samples.size() > MAX_SAMPLES) {
            throw ProblemType.TOO_MANY_ITEMS.with("/samples", MAX_SAMPLES);
        }
        return samples;
    }

    private Snapshot draftWithoutMessages(CatalogName catalog, @Nullable String locale, Optional<String> acceptLanguage) {
        var outline = loadDraft.outline(catalog);
        return loadDraft.withoutMessages(outline, LocaleSelection.of(locale, acceptLanguage).apply(outline.offered()));
    }

    private static ArgumentContract findContract(String catalog, PublishedLocale locale, String key) {
        return locale.findMessage(new MessageKey(key).value()).orElseThrow(() -> ProblemType.UNKNOWN_MESSAGE.with(key, catalog)).contract();
    }

    /** Compiles with the served locale, which reuses its formatters. */
    private static CompiledText compile(Syntax syntax, String text, PublishedLocale locale, ArgumentContract contract) {
        try {
            return locale.compile(syntax, text, contract);
        } catch (TextSyntaxException e) {
            throw PatternValidator.toProblem("/text", text, e);
        }
    }

    private List<PreviewSample> renderSamples(CompiledText compiled, ArgumentContract contract, List<JsonNode> samples, ZoneId zone) {
        var rendered = new ArrayList<PreviewSample>();
        try (var budget = new RenderBudget(usage)) {
            for (var it : samples) {
                var sample = renderSample(compiled, contract, it, zone);
                budget.take((long) RenderBudget.MAX_BYTES_PER_CHARACTER * sample.text().length());
                rendered.add(sample);
            }
        }
        return rendered;
    }

    private static PreviewSample renderSample(CompiledText compiled, ArgumentContract contract, JsonNode sample, ZoneId zone) {
        var arguments = ArgumentValues.bind(contract, BodyArguments.of("/samples", sample));
        var rendering = compiled.render(arguments.values(), BidiIsolation.WHERE_NEEDED, zone);
        var missing = ArgumentNames.union(arguments.missing(contract), rendering.missing());
        var invalid = ArgumentNames.union(arguments.invalid(), rendering.invalid());
        return new PreviewSample(rendering.text(), missing, arguments.unexpected(), invalid, contract.acceptedForms(invalid));
    }
}
