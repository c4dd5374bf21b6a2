package dev.parlance.rest.exchange;

import dev.parlance.catalog.CatalogName;
import dev.parlance.exchange.imports.EntryPage;
import dev.parlance.exchange.imports.FileReader;
import dev.parlance.exchange.imports.ImportEntry.Kind;
import dev.parlance.exchange.imports.ImportRun;
import dev.parlance.exchange.imports.RunImport;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.ChangeContexts;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.exchange.ImportView.EntryList;
import dev.parlance.rest.exchange.ImportView.EntryView;
import dev.parlance.rest.http.FileBody;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.security.Permission;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Imports files into a catalog. */
@Path("/v1/catalogs/{catalog}/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exchange")
public class ImportResource {
    private static final int MAX_KEY_LENGTH = 255;
    private static final String KINDS = Arrays.stream(Kind.values()).filter(it -> it != Kind.SAME).map(Kind::label)
            .collect(Collectors.joining(", "));

    private final RunImport runImport;
    private final ReceiveImport receiveImport;
    private final FileReader reader;
    private final ImportEvents events;
    private final ChangeContexts contexts;
    private final CurrentCaller caller;
    private final Clock clock = Clock.systemUTC();

    ImportResource(RunImport runImport, ReceiveImport receiveImport, FileReader reader, ImportEvents events,
            ChangeContexts contexts, CurrentCaller caller) {
        this.runImport = runImport;
        this.receiveImport = receiveImport;
        this.reader = reader;
        this.events = events;
        this.contexts = contexts;
        this.caller = caller;
    }

    @POST
    @FileBody
    @Consumes(MediaType.WILDCARD)
    @RequiresPermission(value = Permission.IMPORT, localesInBody = true)
    @Operation(operationId = "importFiles", summary = "Imports a file, or several in a ZIP archive: all of it in one revision, or nothing.",
            description = "A dry run returns the plan and stores nothing. Format, dialect and locale are recognised unless they are given. "
                    + "A file beyond 1 MiB, and any with `Prefer: respond-async`, is imported in the background.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM,
            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "202", description = "Accepted; Location is the URL of the import",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Uni<RestResponse<ImportView>> create(String catalog,
            @Parameter(description = "true returns the plan and stores nothing", schema = @Schema(type = SchemaType.BOOLEAN))
            @RestQuery @Nullable String dryRun,
            @Parameter(description = "Path of the file, which may name its locale; the name in Content-Disposition by default",
                    example = "i18n/messages_de.properties") @RestQuery @Nullable String file,
            @Parameter(description = "Name of the format; recognised by default") @RestQuery @Nullable String format,
            @Parameter(description = "Dialect of the texts; that of the format or of the texts by default",
                    schema = @Schema(type = SchemaType.STRING,
                    enumeration = {"icu", "java", "spring", "braces", "printf", "apple", "i18next",
                            "ruby", "python", "go", "webextension", "symfony", "plain"})) @RestQuery @Nullable String dialect,
            @Parameter(description = "Locale of texts without one of their own; that of the file or its path by default", example = "de")
            @RestQuery @Nullable String locale,
            @Parameter(description = "Locale of files that name none; the source locale of the catalog by default", example = "en")
            @RestQuery @Nullable String sourceLocale,
            @Parameter(description = "true adds locales that the catalog lacks. By default, their texts are refused",
                    schema = @Schema(type = SchemaType.BOOLEAN)) @RestQuery @Nullable String addLocales,
            @Parameter(description = "reviewed replaces approved texts; unreviewed leaves them and imports the others. By default, an "
                    + "approved text that would change rejects the import",
                    schema = @Schema(type = SchemaType.STRING, enumeration = {"reviewed", "unreviewed"}))
            @RestQuery @Nullable String overwrite,
            @Parameter(description = "missing removes texts, and retires messages, that the files lack",
                    schema = @Schema(type = SchemaType.STRING, enumeration = "missing")) @RestQuery @Nullable String delete,
            @Parameter(description = "true leaves refused texts out. By default, one refused text rejects the import",
                    schema = @Schema(type = SchemaType.BOOLEAN)) @RestQuery @Nullable String skipRefused,
            @Parameter(description = "Meaning of the columns of a table, as JSON; kept for the next import",
                    example = "{\"columns\":[{\"column\":\"Code\",\"field\":\"code\"}]}") @RestQuery @Nullable String mapping,
            @Parameter(description = "Reason for the change") @RestQuery @Nullable String comment,
            @Parameter(description = "Chosen by the client. The same key and request again return the answer of the one import")
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
            @Parameter(description = "`respond-async` imports in the background (RFC 7240)") @RestHeader("Prefer") @Nullable String prefer,
            @RestHeader(HttpHeaders.CONTENT_DISPOSITION) @Nullable String contentDisposition,
            @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String contentType, @Context RoutingContext context) {
        var name = new CatalogName(catalog);
        var options = ImportParameters.parse(new ImportParameters.Raw(format, dialect, locale, sourceLocale, addLocales, overwrite, delete,
                skipRefused, mapping), name, caller);
        reader.requireFormat(options.format());
        var upload = new ReceiveImport.Upload(ImportParameters.fileName(file, contentDisposition, ReceiveImport.isZip(contentType, file)),
                contentType, prefer != null && prefer.contains("respond-async"), context);
        var key = Parameters.parseText("Idempotency-Key", idempotencyKey, MAX_KEY_LENGTH);
        return receiveImport.receive(upload, digest -> new RunImport.Request(name, options, Parameters.parseBoolean("dryRun", dryRun), key,
                digest, contexts.create(null, comment)), String.valueOf(context.request().query()));
    }

    @GET
    @Path("{import}")
    @Blocking
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "getImport", summary = "Returns an import and its progress. Reports are kept for 24 hours.")
    public RestResponse<ImportView> get(String catalog, @RestPath("import") String id) {
        return toResponse(ImportView.of(find(catalog, id), clock.instant()));
    }

    @GET
    @Path("{import}/entries")
    @Blocking
    @RequiresPermission(Permission.READ_DRAFT)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listImportEntries", summary = "Lists the entries of an import that are not `same`, by kind.")
    public RestResponse<EntryList> entries(String catalog, @RestPath("import") String id,
            @Parameter(description = "Only entries of this kind", schema = @Schema(type = SchemaType.STRING,
                    enumeration = {"refused", "conflicting", "new", "changed", "removed"})) @RestQuery @Nullable String kind,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        var run = find(catalog, id);
        var cursorQuery = List.of("import", id, String.valueOf(kind));
        var position = Cursor.decode(cursor, cursorQuery, EntryPosition::parse)
                .orElseGet(() -> new EntryPosition(kind == null ? Kind.values()[0] : parseKind(kind), 0));
        var entries = runImport.findEntries(run.id(), position.kind(), position.page());
        var next = entries.size() == EntryPage.SIZE ? Optional.of(position.nextPage()) : position.nextKind(run, kind != null);
        if (entries.isEmpty() && next.isPresent()) {
            entries = runImport.findEntries(run.id(), next.get().kind(), next.get().page());
            next = entries.size() == EntryPage.SIZE ? next.map(EntryPosition::nextPage) : next.get().nextKind(run, false);
        }
        return toResponse(new EntryList(entries.stream().map(EntryView::of).toList(),
                next.map(it -> Cursor.encode(it.toString(), cursorQuery)).orElse(null)));
    }

    @GET
    @Path("{import}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "streamImport", summary = "Streams the progress of an import until its end.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportEvents.ProgressView.class)))
    public Multi<OutboundSseEvent> stream(String catalog, @RestPath("import") String id, @Context Sse sse,
            @Context RoutingContext context) {
        return events.stream(new CatalogName(catalog), find(catalog, id).id(), sse, context);
    }

    /** The position of a page of entries. */
    private record EntryPosition(Kind kind, int page) {
        static EntryPosition parse(String text) {
            var parts = text.split(" ", 2);
            return new EntryPosition(Kind.valueOf(parts[0]), Integer.parseInt(parts[1]));
        }

        EntryPosition nextPage() {
            return new EntryPosition(kind, page + 1);
        }

        /** Returns the start of the next kind that has entries. */
        Optional<EntryPosition> nextKind(ImportRun run, boolean only) {
            return only ? Optional.empty() : Arrays.stream(Kind.values()).filter(it -> it.compareTo(kind) > 0 && it != Kind.SAME)
                    .filter(it -> ImportView.count(run, it).isPresent()).findFirst().map(it -> new EntryPosition(it, 0));
        }

        @Override
        public String toString() {
            return kind.name() + " " + page;
        }
    }

    private static Kind parseKind(String label) {
        return Arrays.stream(Kind.values()).filter(it -> it != Kind.SAME && it.label().equals(label)).findFirst()
                .orElseThrow(() -> Parameters.invalidParameter("kind", label, KINDS));
    }

    private ImportRun find(String catalog, String id) {
        return runImport.find(new CatalogName(catalog), parseId(catalog, id));
    }

    private static UUID parseId(String catalog, String id) {
        return Optional.of(id).filter(it -> it.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")).map(UUID::fromString)
                .orElseThrow(() -> ProblemType.UNKNOWN_IMPORT.with(id, catalog));
    }

    private static <T> RestResponse<T> toResponse(T view) {
        return ResponseBuilder.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
