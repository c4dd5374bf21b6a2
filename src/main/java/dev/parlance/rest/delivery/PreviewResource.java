package dev.parlance.rest.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.PatternValidator;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.input.ArgumentView;
import dev.parlance.rest.input.BodyArguments;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.input.TextRules;
import dev.parlance.rest.input.TimeZones;
import dev.parlance.security.Permission;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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

/** A text that is being written, rendered as it would be if it were published. Stores nothing. */
@Path("/v1/catalogs/{catalog}/preview")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Messages")
public class PreviewResource {
    private static final int MOST_SAMPLES = 50;

    private final SnapshotRegistry delivery;

    PreviewResource(SnapshotRegistry delivery) {
        this.delivery = delivery;
    }

    @Schema(name = "PreviewRequest", requiredProperties = "text")
    record Wanted(
            @Schema(description = "BCP 47; without it, Accept-Language decides", examples = "ru") @Nullable String locale,
            @Schema(enumeration = {"icu", "printf", "plain"}, defaultValue = "icu") @Nullable String syntax,
            @Schema(maxLength = PatternValidator.MAX_TEXT_LENGTH) @Nullable String text,
            @Schema(description = "The message whose declared arguments hold; without it, those found in the text") @Nullable String key,
            @Schema(description = "IANA name or offset, UTC by default", examples = "Europe/Paris") @Nullable String timeZone,
            @Schema(description = "Arguments, each a list by position or an object by name", maxItems = MOST_SAMPLES,
                    implementation = Object[].class) @Nullable List<JsonNode> samples) {
    }

    @Schema(name = "PreviewAnswer")
    record Answer(
            @Schema(description = "The locale served (BCP 47)") String locale,
            @Schema(description = "The ICU pattern apps would receive") String pattern,
            @Schema(description = "Declared or, without a key, found") List<ArgumentView> arguments,
            @Schema(description = "In the order of the request") List<Sample> samples) {
    }

    @Schema(name = "PreviewSample")
    record Sample(String text, SortedSet<String> missingArguments, SortedSet<String> superfluousArguments,
                  SortedSet<String> mistypedArguments) {
    }

    @POST
    @Needs(Permission.READ)
    @Operation(operationId = "previewText", summary = "A text rendered with several sets of arguments, before it is saved")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wanted.class),
            examples = @ExampleObject(name = "Russian plurals", value = Examples.PREVIEW_REQUEST)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class),
            examples = @ExampleObject(name = "Russian plurals", value = Examples.PREVIEW_ANSWER)))
    public RestResponse<Answer> preview(String catalog, byte[] body,
                                        @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var snapshot = delivery.get(new CatalogName(catalog));
        var wanted = JsonBody.read(body, Wanted.class, "samples");
        var text = required(wanted.text());
        var syntax = syntax(wanted.syntax());
        var zone = TimeZones.field("/timeZone", wanted.timeZone());
        var reader = ReaderLocale.of(snapshot, wanted.locale(), acceptLanguage);
        PatternValidator.validate("/text", syntax, text);
        var contract = contract(catalog, reader.served(), wanted.key(), syntax, text);
        var compiled = compiled(syntax, text, reader.served(), contract);
        var samples = samples(wanted).stream().map(it -> sample(compiled, contract, it, zone)).toList();
        var served = reader.served().locale().value();
        var pattern = PatternText.of(syntax, text).withNames(contract).pattern();
        return ResponseBuilder.ok(new Answer(served, pattern, ArgumentView.of(contract), samples), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, served)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static String required(@Nullable String text) {
        if (text == null) {
            throw ProblemType.INVALID_FIELD.with("/text", "missing");
        }
        return TextRules.checked("/text", text);
    }

    private static Syntax syntax(@Nullable String label) {
        return label == null ? Syntax.ICU : Arrays.stream(Syntax.values()).filter(it -> it.label().equals(label)).findFirst()
                .orElseThrow(() -> ProblemType.INVALID_FIELD.with("/syntax", "value"));
    }

    private static List<JsonNode> samples(Wanted wanted) {
        var samples = wanted.samples() == null ? List.<JsonNode>of() : wanted.samples();
        if (samples.size() > MOST_SAMPLES) {
            throw ProblemType.TOO_MANY_ITEMS.with("/samples", MOST_SAMPLES);
        }
        return samples;
    }

    private static ArgumentContract contract(String catalog, PublishedLocale locale, @Nullable String key,
                                     Syntax syntax, String text) {
        if (key != null) {
            return locale.findMessage(new MessageKey(key).value())
                    .orElseThrow(() -> ProblemType.UNKNOWN_MESSAGE.with(key, catalog)).contract();
        }
        return InferredArguments.infer(syntax, text);
    }

    /** The served locale has its formatters; a renderer of our own would make them anew. */
    private static CompiledText compiled(Syntax syntax, String text, PublishedLocale locale, ArgumentContract contract) {
        try {
            return locale.compile(syntax, text, contract);
        } catch (TextSyntaxException e) {
            throw PatternValidator.toProblem("/text", e);
        }
    }

    private static Sample sample(CompiledText compiled, ArgumentContract contract, JsonNode sample, ZoneId zone) {
        var arguments = ArgumentValues.bind(contract, BodyArguments.of("/samples", sample));
        var rendering = compiled.render(arguments.values(), BidiIsolation.WHERE_NEEDED, zone);
        var missing = arguments.missing(contract);
        missing.addAll(rendering.missing());
        var mistyped = new TreeSet<>(arguments.invalid());
        mistyped.addAll(rendering.invalid());
        return new Sample(rendering.text(), missing, arguments.unexpected(), mistyped);
    }
}
