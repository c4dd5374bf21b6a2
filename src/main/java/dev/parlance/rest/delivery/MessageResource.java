package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.MessageQuery;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.http.Caching;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Paged;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.input.Shape;
import dev.parlance.rest.problem.ProblemDocuments;
import dev.parlance.security.Permission;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The messages of a catalog as they are published: found, and rendered. */
@Path("/v1/catalogs/{catalog}/messages")
@NonBlocking
@Tag(name = "Messages")
public class MessageResource {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int LONGEST_SEARCH = 200;

    private final SnapshotRegistry delivery;
    private final RenderedJson json;

    MessageResource(SnapshotRegistry delivery, RenderedJson json) {
        this.delivery = delivery;
        this.json = json;
    }

    /** @param next absent on the last page */
    @Schema(name = "MessagePage")
    record Page(List<MessageView> messages,
                @Schema(description = "The cursor of the next page; absent on the last") @Nullable String next) {
    }

    @GET
    @Needs(Permission.READ)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listMessages", summary = "Messages in the order of the catalog, texts as typed")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Page.class),
            examples = @ExampleObject(name = "code=0001&locale=de", value = Examples.MESSAGES)))
    public RestResponse<Page> list(
            String catalog,
            @Parameter(description = "Searched for in key, reason, text and description, in the locale and in the source; "
                    + "case does not matter, at most 200 characters") @RestQuery @Nullable String q,
            @Parameter(description = "The wire code") @RestQuery @Nullable String code,
            @Parameter(description = "The HTTP status", schema = @Schema(type = SchemaType.INTEGER, minimum = "100", maximum = "599"))
            @RestQuery @Nullable String status,
            @Parameter(description = "What the key begins with") @RestQuery @Nullable String prefix,
            @Parameter(description = "Among the tags of the message") @RestQuery @Nullable String tag,
            @Parameter(description = "BCP 47; without it, Accept-Language decides") @RestQuery @Nullable String locale,
            @Parameter(description = "Messages a page",
                    schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + LARGEST_PAGE, defaultValue = "" + PAGE))
            @RestQuery @Nullable String limit,
            @Parameter(description = "next of the page before") @RestQuery @Nullable String cursor,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        var snapshot = delivery.get(new CatalogName(catalog));
        var reader = ReaderLocale.of(snapshot, locale, acceptLanguage);
        var query = new MessageQuery(Parameters.text("q", q, LONGEST_SEARCH),
                Parameters.text("code", code, LONGEST_SEARCH),
                Parameters.integer("status", status, 100, 599),
                Parameters.text("prefix", prefix, LONGEST_SEARCH),
                Parameters.tag("tag", tag));
        int most = Parameters.integer("limit", limit, 1, LARGEST_PAGE).orElse(PAGE);
        var seal = List.of(catalog, reader.served().locale().value(), query.toString());
        var page = Paged.of(query.run(snapshot, reader.served(), Cursor.read(cursor, seal), most + 1), most, PublishedMessage::key, seal);
        return Caching.ok(new Page(page.shown(MessageView::of), page.next()), snapshot.release(), reader).build();
    }

    @GET
    @Needs(Permission.READ)
    @Path("{key}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ProblemDocuments.MEDIA_TYPE})
    @Operation(operationId = "renderMessage", summary = "One message, rendered in the reader's language",
            description = "Arguments go by position (arg=5&arg=10s) or by name (arg.limit=5). What is missing stays visible "
                    + "in the text and is listed beside it.")
    @APIResponse(responseCode = "200", content = {
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RenderedView.class),
                examples = @ExampleObject(name = "-1015?locale=ja&arg=5&arg=10s", value = Examples.RENDERED)),
        @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)),
        @Content(mediaType = ProblemDocuments.MEDIA_TYPE, schema = @Schema(implementation = Object.class))})
    public RestResponse<String> render(
            String catalog,
            String key,
            @Parameter(description = "BCP 47; without it, Accept-Language decides") @RestQuery @Nullable String locale,
            @Parameter(description = "An argument by position; by name: arg.NAME") @RestQuery List<String> arg,
            @Parameter(description = "Without it, Accept decides",
                    schema = @Schema(type = SchemaType.STRING, enumeration = {"json", "text", "problem"}))
            @RestQuery @Nullable String format,
            @Parameter(description = "Of dates and times: IANA name or offset, UTC by default") @RestQuery @Nullable String timeZone,
            @Parameter(description = "true refuses arguments that do not fit",
                    schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
            @RestQuery @Nullable String strict,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage,
            UriInfo uri, HttpHeaders headers) {
        var snapshot = delivery.get(new CatalogName(catalog));
        var shape = Shape.of(format, () -> Shape.accepted(headers));
        var answer = MessageAnswer.of(snapshot, shape, new MessageAnswer.Asked(key, locale, timeZone, strict, uri.getQueryParameters()), acceptLanguage);
        // Where a method has several media types, bytes would be made JSON of; a string is sent as it is.
        var builder = ResponseBuilder.ok(new String(answer.body(json), StandardCharsets.UTF_8));
        answer.headers().forEach(it -> builder.header(it.name().toString(), it.value().toString()));
        return builder.build();
    }
}
