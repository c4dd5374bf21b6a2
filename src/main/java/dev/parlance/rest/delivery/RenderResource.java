package dev.parlance.rest.delivery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.catalog.CatalogName;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.http.Caching;
import dev.parlance.rest.input.BodyArguments;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.input.TextRules;
import dev.parlance.rest.input.TimeZones;
import dev.parlance.rest.problem.ProblemDocuments;
import dev.parlance.security.Permission;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Many messages at once: a screen, or a log. */
@Path("/v1/catalogs/{catalog}/render")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@Tag(name = "Messages")
public class RenderResource {
    private static final int MOST_MESSAGES = 500;

    private final SnapshotRegistry delivery;
    private final ProblemDocuments problems;
    private final RenderedJson json;

    RenderResource(SnapshotRegistry delivery, ProblemDocuments problems, RenderedJson json) {
        this.delivery = delivery;
        this.json = json;
        this.problems = problems;
    }

    @Schema(name = "RenderRequest", requiredProperties = "messages")
    record Wanted(
            @Schema(description = "BCP 47; without it, Accept-Language decides", examples = "de") @Nullable String locale,
            @Schema(description = "Of dates and times: IANA name or offset, UTC by default", examples = "Europe/Paris") @Nullable String timeZone,
            @Schema(description = "true refuses the request where arguments do not fit") @Nullable Boolean strict,
            @Schema(maxItems = MOST_MESSAGES) @Nullable List<WantedMessage> messages) {
    }

    @Schema(name = "RenderRequestMessage", description = "By key, or by code; a code that several messages share gives the "
            + "one whose declared arguments fit best.")
    record WantedMessage(
            @Schema(examples = "-1015") @Nullable String key,
            @Schema(examples = "0001") @Nullable String code,
            @Schema(description = "A list by position, or an object by name", implementation = Object.class)
            @Nullable JsonNode args) {
    }

    @Schema(name = "RenderAnswer")
    record Answer(
            @Schema(description = "The locale served (BCP 47)", examples = "de") String locale,
            int release,
            @Schema(description = "In the order of the request") List<Item> messages) {
    }

    /** A rendered message, or the key or code that is unknown with the problem. */
    @Schema(name = "RenderAnswerMessage")
    record Item(@JsonUnwrapped @Nullable RenderedView rendered, @Nullable String unknownKey, @Nullable String unknownCode,
                @Nullable Map<String, Object> problem) {
    }

    @POST
    @Needs(Permission.READ)
    @Operation(operationId = "renderMessages", summary = "Up to 500 messages, rendered")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wanted.class),
            examples = @ExampleObject(name = "two messages", value = Examples.RENDER_REQUEST)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Answer.class),
            examples = @ExampleObject(name = "two messages", value = Examples.RENDER_ANSWER)))
    public RestResponse<byte[]> render(String catalog, byte[] body,
                                @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var snapshot = delivery.get(new CatalogName(catalog));
        var wanted = JsonBody.read(body, Wanted.class, "args");
        var messages = messages(wanted);
        var reader = ReaderLocale.of(snapshot, wanted.locale(), acceptLanguage);
        var zone = TimeZones.field("/timeZone", wanted.timeZone());
        var job = new Job(snapshot, reader, zone, wanted.strict() == Boolean.TRUE, acceptLanguage);
        var items = new ArrayList<Item>();
        for (int i = 0; i < messages.size(); i++) {
            items.add(item(job, messages.get(i), "/messages/" + i));
        }
        var served = reader.served().locale().value();
        return ResponseBuilder.ok(json.bytes(new Answer(served, snapshot.release(), items)), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, served)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(Caching.RELEASE, snapshot.release()).build();
    }

    private static List<WantedMessage> messages(Wanted wanted) {
        if (wanted.messages() == null) {
            throw ProblemType.INVALID_FIELD.with("/messages", "missing");
        }
        if (wanted.messages().size() > MOST_MESSAGES) {
            throw ProblemType.TOO_MANY_ITEMS.with("/messages", MOST_MESSAGES);
        }
        return wanted.messages();
    }

    private record Job(Snapshot snapshot, ReaderLocale reader, ZoneId zone, boolean strict, Optional<String> acceptLanguage) {
    }

    private Item item(Job job, WantedMessage wanted, String pointer) {
        try {
            return render(job, wanted, pointer);
        } catch (ProblemException problem) {
            throw problem.withMember("pointer", pointer);
        }
    }

    private Item render(Job job, WantedMessage wanted, String pointer) {
        if (wanted.key() == null && wanted.code() == null) {
            throw ProblemType.INVALID_FIELD.with(pointer + "/key", "missing");
        }
        if (wanted.key() != null && wanted.code() != null) {
            throw ProblemType.INVALID_FIELD.with(pointer + "/code", "value");
        }
        var given = BodyArguments.of(pointer + "/args", wanted.args());
        var message = wanted.key() != null
                ? job.reader().served().findMessage(TextRules.checked(pointer + "/key", wanted.key()))
                : best(job.reader().served().findByCode(TextRules.checked(pointer + "/code", wanted.code())), given);
        if (message.isPresent()) {
            var arguments = ArgumentValues.bind(message.get().contract(), given);
            return new Item(RenderedView.of(job.snapshot(), job.reader(), message.get(), arguments, job.zone(), job.strict()), null, null, null);
        }
        var problem = unknown(job.snapshot(), wanted);
        return new Item(null, wanted.key(), wanted.key() == null ? wanted.code() : null,
                problems.answer(problem, job.acceptLanguage()).document());
    }

    /** The message whose contract is nearest to the arguments given; the first of several. */
    private static Optional<PublishedMessage> best(List<PublishedMessage> messages, Map<String, ? extends @Nullable Object> given) {
        return messages.stream().min(Comparator.comparingInt(it -> {
            var arguments = ArgumentValues.bind(it.contract(), given);
            return arguments.unexpected().size() + arguments.missing(it.contract()).size();
        }));
    }

    private static ProblemException unknown(Snapshot snapshot, WantedMessage wanted) {
        return wanted.key() != null
                ? ProblemType.UNKNOWN_MESSAGE.with(wanted.key(), snapshot.catalog().value())
                : ProblemType.UNKNOWN_CODE.with(String.valueOf(wanted.code()), snapshot.catalog().value());
    }
}
