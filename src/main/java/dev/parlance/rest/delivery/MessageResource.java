package dev.parlance.rest.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.locales.Fallback;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.MessageQuery;
import dev.parlance.publishing.memory.SearchMessages;
import dev.parlance.publishing.memory.SearchMessages.Scope;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Channel;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.delivery.ChannelSnapshots.LocaleSelection;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.ConcurrencyLimiter;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.rest.input.Representation;
import dev.parlance.rest.problem.ProblemDocuments;
import dev.parlance.rest.problem.RpcStatus;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.Tabular;
import dev.parlance.rest.usage.DeliveryUsage;
import dev.parlance.security.Permission;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
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

/** Search and rendering of the published messages of a catalog. */
@Path("/v1/catalogs/{catalog}/messages")
@Tag(name = "Messages")
public class MessageResource {
    static final String FALLBACK_VALUES = "none: exactly the requested one; parents: also its best match and the parents of this match by "
            + "CLDR; full: also the source language";

    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final int MAX_PAGE_SIZE = 500;
    private static final int MAX_SEARCH_LENGTH = 200;

    private static final String CHANNEL_PARAMETER = "Channel; `production` by default. `draft` reads the texts that are not released "
            + "yet, if the caller may read drafts";

    private final ChannelSnapshots snapshots;
    private final RenderedJsonWriter jsonWriter;
    private final ConcurrencyLimiter concurrency;
    private final DeliveryUsage usage;
    private final SearchMessages searchMessages;

    MessageResource(ChannelSnapshots snapshots, RenderedJsonWriter jsonWriter, ConcurrencyLimiter concurrency, DeliveryUsage usage,
            SearchMessages searchMessages) {
        this.searchMessages = searchMessages;
        this.concurrency = concurrency;
        this.snapshots = snapshots;
        this.jsonWriter = jsonWriter;
        this.usage = usage;
    }

    @Schema(name = "MessagePage")
    record MessagePage(List<MessageView> messages,
                @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        @Override
        public Table toTable() {
            return MessageView.COLUMNS.table(messages, next);
        }
    }

    @GET
    @RequiresPermission(Permission.READ)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listMessages", summary = "Lists messages with their texts as typed; without `q` in catalog order.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MessagePage.class),
            examples = @ExampleObject(name = "code=0001&locale=de", value = OpenApiExamples.MESSAGES)))
    public RestResponse<MessagePage> list(
            String catalog,
            @Parameter(description = "Text to find, best matches first: key or code, reason, texts and descriptions in the "
                    + "locale and the source locale, then in all others, rendered text in any locale, status or tag. Ignores case, accents "
                    + "and width; at most 200 characters")
            @RestQuery @Nullable String q,
            @Parameter(description = "Code that the back end sends") @RestQuery @Nullable String code,
            @Parameter(description = "HTTP status", schema = @Schema(type = SchemaType.INTEGER, minimum = "100", maximum = "599"))
            @RestQuery @Nullable String status,
            @Parameter(description = "Prefix of the key") @RestQuery @Nullable String prefix,
            @Parameter(description = "Only messages with this tag") @RestQuery @Nullable String tag,
            @Parameter(description = "BCP 47 language tag; Accept-Language is used if omitted") @RestQuery @Nullable String locale,
            @Parameter(description = CHANNEL_PARAMETER) @RestQuery @Nullable String channel,
            @Parameter(description = "Accepted languages of texts; messages with other texts are left out. " + FALLBACK_VALUES,
                    schema = @Schema(type = SchemaType.STRING, enumeration = {"none", "parents", "full"}, defaultValue = "full"))
            @RestQuery @Nullable String fallback,
            @Parameter(description = "Page size",
                    schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + MAX_PAGE_SIZE,
                            defaultValue = "" + DEFAULT_PAGE_SIZE))
            @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage, @Context RoutingContext context) {
        // A text is looked for in all locales.
        var loaded = q == null ? LocaleSelection.of(locale, acceptLanguage) : LocaleSelection.all();
        var snapshot = snapshots.get(new CatalogName(catalog), channel, loaded, context).await().indefinitely();
        var textFallback = Parameters.parseFallback(fallback, Fallback.FULL);
        var readerLocale = ReaderLocale.of(snapshot, locale, acceptLanguage, textFallback);
        var query = new MessageQuery(Parameters.parseText("q", q, MAX_SEARCH_LENGTH),
                Parameters.parseText("code", code, MAX_SEARCH_LENGTH),
                Parameters.parseInteger("status", status, 100, 599),
                Parameters.parseText("prefix", prefix, MAX_SEARCH_LENGTH),
                Parameters.parseTag("tag", tag));
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var cursorQuery = List.of(catalog, Objects.requireNonNullElse(channel, Channel.PRODUCTION), readerLocale.served().locale().value(),
                textFallback.label(), query.toString());
        var after = Cursor.decode(cursor, cursorQuery);
        var scope = new Scope(snapshot, readerLocale.served(), readerLocale.accepted());
        Supplier<Page<MessageView>> search = () -> Page.of(searchMessages.find(query, scope, after, pageSize + 1), pageSize,
                MessageView::of, it -> it.message().key(), cursorQuery);
        var page = query.examinesMany() || textFallback != Fallback.FULL ? concurrency.run(ResourceLimit.SEARCHES, search) : search.get();
        return CacheHeaders.ok(new MessagePage(page.items(), page.next()), snapshot.release(), readerLocale).build();
    }

    @GET
    @RequiresPermission(Permission.READ)
    @Path("{key}")
    @NonBlocking
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ProblemDocuments.MEDIA_TYPE, RpcStatus.MEDIA_TYPE})
    @Operation(operationId = "renderMessage", summary = "Renders a message in the reader's language.",
            description = "Arguments are passed by position (arg=5&arg=10s) or by name (arg.limit=5). Missing arguments stay visible "
                    + "in the text and are listed in `missingArguments`.")
    @APIResponse(responseCode = "200", content = {
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RenderedView.class),
                examples = @ExampleObject(name = "-1015?locale=ja&arg=5&arg=10s", value = OpenApiExamples.RENDERED_MESSAGE)),
        @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)),
        @Content(mediaType = ProblemDocuments.MEDIA_TYPE, schema = @Schema(implementation = Object.class)),
        @Content(mediaType = RpcStatus.MEDIA_TYPE, schema = @Schema(implementation = Object.class))})
    public Uni<RestResponse<String>> render(
            String catalog,
            String key,
            @Parameter(description = "BCP 47 language tag; Accept-Language is used if omitted") @RestQuery @Nullable String locale,
            @Parameter(description = "Accepted languages of the text; 404 if the message has no text in one of them. " + FALLBACK_VALUES,
                    schema = @Schema(type = SchemaType.STRING, enumeration = {"none", "parents", "full"}, defaultValue = "full"))
            @RestQuery @Nullable String fallback,
            @Parameter(description = "Argument by position; arg.NAME passes an argument by name") @RestQuery List<String> arg,
            @Parameter(description = "Representation; Accept is used if omitted",
                    schema = @Schema(type = SchemaType.STRING, enumeration = {"json", "text", "problem", "rpc"}))
            @RestQuery @Nullable String format,
            @Parameter(description = "Time zone of dates and times: IANA name or offset, UTC by default")
            @RestQuery @Nullable String timeZone,
            @Parameter(description = "true rejects arguments that do not match the declared ones",
                    schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
            @RestQuery @Nullable String strict,
            @Parameter(description = CHANNEL_PARAMETER) @RestQuery @Nullable String channel,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage,
            UriInfo uri, HttpHeaders headers, @Context RoutingContext context) {
        var representation = Representation.of(format, () -> Representation.negotiate(headers));
        var query = new MessageResponse.RenderQuery(key, locale, timeZone, strict, fallback, uri.getQueryParameters());
        return snapshots.get(new CatalogName(catalog), channel, LocaleSelection.of(locale, acceptLanguage), context)
                .map(it -> toResponse(render(it, representation, query, acceptLanguage, context.request().method())));
    }

    private MessageResponse render(Snapshot snapshot, Representation representation, MessageResponse.RenderQuery query,
            Optional<String> acceptLanguage, HttpMethod method) {
        if (method != HttpMethod.GET) {
            return MessageResponse.of(snapshot, representation, query, acceptLanguage);
        }
        try {
            var response = MessageResponse.of(snapshot, representation, query, acceptLanguage);
            response.countIn(usage);
            return response;
        } catch (ProblemException problem) {
            countMiss(snapshot, query, acceptLanguage, problem);
            throw problem;
        }
    }

    private void countMiss(Snapshot snapshot, MessageResponse.RenderQuery query, Optional<String> acceptLanguage, ProblemException problem) {
        usage.countUnknownLocale(snapshot, problem);
        if (problem.type() == ProblemType.UNKNOWN_MESSAGE || problem.type() == ProblemType.UNKNOWN_TEXT) {
            usage.countMiss(snapshot, ReaderLocale.of(snapshot, query.locale(), acceptLanguage).served().locale(), query.key(), problem);
        }
    }

    private RestResponse<String> toResponse(MessageResponse response) {
        // If a method produces several media types, Quarkus would serialize a byte array to JSON. A string is sent unchanged.
        var builder = ResponseBuilder.ok(new String(response.body(jsonWriter), StandardCharsets.UTF_8));
        response.headers().forEach(it -> builder.header(it.name().toString(), it.value().toString()));
        return builder.build();
    }
}
