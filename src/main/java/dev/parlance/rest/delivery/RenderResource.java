package dev.parlance.rest.delivery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.catalog.CatalogName;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.Fallback;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.delivery.ChannelSnapshots.LocaleSelection;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.input.BodyArguments;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.input.TextInput;
import dev.parlance.rest.input.TimeZones;
import dev.parlance.rest.problem.ProblemDocuments;
import dev.parlance.rest.usage.DeliveryUsage;
import dev.parlance.security.Permission;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Renders many messages at once, such as those of a screen or a log. */
@Path("/v1/catalogs/{catalog}/render")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class RenderResource {
    private static final int MAX_MESSAGES = 500;

    /** The number of messages with the same code that are compared. A code with more does not identify a message. */
    private static final int MAX_CANDIDATES = 100;

    private final ChannelSnapshots snapshots;
    private final ProblemDocuments problems;
    private final RenderedJsonWriter jsonWriter;
    private final ResourceUsage usage;
    private final DeliveryUsage deliveryUsage;

    RenderResource(ChannelSnapshots snapshots, ProblemDocuments problems, RenderedJsonWriter jsonWriter, ResourceUsage usage,
            DeliveryUsage deliveryUsage) {
        this.deliveryUsage = deliveryUsage;
        this.usage = usage;
        this.snapshots = snapshots;
        this.jsonWriter = jsonWriter;
        this.problems = problems;
    }

    @Schema(name = "RenderRequest", requiredProperties = "messages")
    record RenderRequest(
            @Schema(description = "BCP 47 language tag; Accept-Language is used if omitted", examples = "de") @Nullable String locale,
            @Schema(description = "Time zone of dates and times: IANA name or offset, UTC by default", examples = "Europe/Paris")
            @Nullable String timeZone,
            @Schema(description = "Accepted languages of texts; a message without a text in one of them is returned as unknown. "
                    + MessageResource.FALLBACK_VALUES, enumeration = {"none", "parents", "full"}, defaultValue = "full")
            @Nullable String fallback,
            @Schema(description = "true rejects the request if arguments do not match the declared ones") @Nullable Boolean strict,
            @Schema(maxItems = MAX_MESSAGES) @Nullable List<RequestedMessage> messages) {
    }

    @Schema(name = "RenderRequestMessage", description = "A message by key or by code. If several messages share the code, "
            + "the one whose declared arguments match best is used.")
    record RequestedMessage(
            @Schema(examples = "-1015") @Nullable String key,
            @Schema(examples = "0001") @Nullable String code,
            @Schema(description = "List by position, or object by name", implementation = Object.class)
            @Nullable JsonNode args) {
    }

    @Schema(name = "RenderAnswer")
    record RenderResponse(
            @Schema(description = "Locale served (BCP 47)", examples = "de") String locale,
            int release,
            @Schema(description = "In the order of the request") List<RenderedItem> messages) {
    }

    /** A rendered message; or the key or code that is unknown or has no accepted text, with the problem. */
    @Schema(name = "RenderAnswerMessage")
    record RenderedItem(@JsonUnwrapped @Nullable RenderedView rendered, @Nullable String unknownKey, @Nullable String unknownCode,
                @Nullable Map<String, Object> problem) {
    }

    @POST
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "renderMessages", summary = "Renders up to 500 messages.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RenderRequest.class),
            examples = @ExampleObject(name = "two messages", value = OpenApiExamples.RENDER_REQUEST)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RenderResponse.class),
            examples = @ExampleObject(name = "two messages", value = OpenApiExamples.RENDER_RESPONSE)))
    public RestResponse<byte[]> render(String catalog, byte[] body,
            @Parameter(description = "Channel; `production` by default. `draft` renders texts that are not released yet, if the caller may "
                    + "read drafts") @RestQuery @Nullable String channel,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage, @Context RoutingContext context) {
        var request = JsonBody.read(body, RenderRequest.class, "args");
        var snapshot = snapshots.get(new CatalogName(catalog), channel, LocaleSelection.of(request.locale(), acceptLanguage), context)
                .await().indefinitely();
        var messages = requireMessages(request);
        var readerLocale = selectLocale(snapshot, request, acceptLanguage);
        var zone = TimeZones.parseField("/timeZone", request.timeZone());
        var settings = new RenderSettings(snapshot, readerLocale, zone, request.strict() == Boolean.TRUE, acceptLanguage);
        return ResponseBuilder.ok(renderToBytes(settings, messages), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, readerLocale.served().locale().value())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(CacheHeaders.RELEASE_HEADER, snapshot.release()).build();
    }

    byte[] renderToBytes(RenderSettings settings, List<RequestedMessage> messages) {
        try (var budget = new RenderBudget(usage)) {
            return jsonWriter.toBytes(new RenderResponse(settings.readerLocale().served().locale().value(), settings.snapshot().release(),
                    renderItems(settings, messages, budget)));
        }
    }

    private ReaderLocale selectLocale(Snapshot snapshot, RenderRequest request, Optional<String> acceptLanguage) {
        try {
            return ReaderLocale.of(snapshot, request.locale(), acceptLanguage, parseFallback(request.fallback()));
        } catch (ProblemException problem) {
            deliveryUsage.countUnknownLocale(snapshot, problem);
            throw problem;
        }
    }

    private static Fallback parseFallback(@Nullable String value) {
        return value == null ? Fallback.FULL
                : Fallback.find(value).orElseThrow(() -> ProblemType.INVALID_FIELD.with("/fallback", "value", Fallback.LABELS));
    }

    private static List<RequestedMessage> requireMessages(RenderRequest request) {
        if (request.messages() == null) {
            throw ProblemType.INVALID_FIELD.with("/messages", "missing");
        }
        if (request.messages().size() > MAX_MESSAGES) {
            throw ProblemType.TOO_MANY_ITEMS.with("/messages", MAX_MESSAGES);
        }
        return request.messages();
    }

    record RenderSettings(Snapshot snapshot, ReaderLocale readerLocale, ZoneId zone, boolean strict,
            Optional<String> acceptLanguage) {
    }

    private List<RenderedItem> renderItems(RenderSettings settings, List<RequestedMessage> messages, RenderBudget budget) {
        var items = new ArrayList<RenderedItem>();
        for (int i = 0; i < messages.size(); i++) {
            var item = renderItem(settings, messages.get(i), "/messages/" + i);
            budget.take(item.rendered() == null ? 0 : item.rendered().maxBytes());
            items.add(item);
        }
        return items;
    }

    private RenderedItem renderItem(RenderSettings settings, RequestedMessage request, String pointer) {
        try {
            return render(settings, request, pointer);
        } catch (ProblemException problem) {
            throw problem.withMember("pointer", pointer);
        }
    }

    private RenderedItem render(RenderSettings settings, RequestedMessage request, String pointer) {
        if (request.key() == null && request.code() == null) {
            throw ProblemType.INVALID_FIELD.with(pointer + "/key", "missing");
        }
        if (request.key() != null && request.code() != null) {
            throw ProblemType.INVALID_FIELD.with(pointer + "/code", "conflict");
        }
        var supplied = BodyArguments.of(pointer + "/args", request.args());
        var message = request.key() != null
                ? settings.readerLocale().served().findMessage(TextInput.requireAllowedCharacters(pointer + "/key", request.key()))
                : findBestMatch(settings.readerLocale().served().findByCode(TextInput.requireAllowedCharacters(pointer + "/code",
                request.code()), MAX_CANDIDATES), supplied);
        if (message.isPresent() && settings.readerLocale().accepts(message.get())) {
            var arguments = ArgumentValues.bind(message.get().contract(), supplied);
            var view = RenderedView.of(settings.snapshot(), settings.readerLocale(), message.get(), arguments, settings.zone(),
                    settings.strict());
            deliveryUsage.countRender(settings.snapshot(), settings.readerLocale(), message.get(), view.locale(),
                    view.missingArguments());
            return new RenderedItem(view, null, null, null);
        }
        var problem = message.map(it -> ProblemType.UNKNOWN_TEXT.with(it.key(), settings.readerLocale().requested().value()))
                .orElseGet(() -> unknownProblem(settings.snapshot(), request));
        deliveryUsage.countMiss(settings.snapshot(), settings.readerLocale().served().locale(),
                message.map(PublishedMessage::key).orElseGet(() -> String.valueOf(request.key() == null ? request.code() : request.key())),
                problem);
        return new RenderedItem(null, request.key(), request.key() == null ? request.code() : null,
                problems.create(problem, settings.acceptLanguage()).document());
    }

    /** Returns the message whose contract differs least from the supplied arguments. The first one wins a tie. */
    private static Optional<PublishedMessage> findBestMatch(List<PublishedMessage> messages,
            Map<String, ? extends @Nullable Object> supplied) {
        return messages.stream().min(Comparator.comparingInt(it -> {
            var arguments = ArgumentValues.bind(it.contract(), supplied);
            return arguments.unexpected().size() + arguments.missing(it.contract()).size();
        }));
    }

    private static ProblemException unknownProblem(Snapshot snapshot, RequestedMessage request) {
        return request.key() != null
                ? ProblemType.UNKNOWN_MESSAGE.with(request.key(), snapshot.catalog().value())
                : ProblemType.UNKNOWN_CODE.with(String.valueOf(request.code()), snapshot.catalog().value());
    }
}
