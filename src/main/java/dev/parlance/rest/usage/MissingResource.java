package dev.parlance.rest.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.MessageKey;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.http.SmallBody;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.TextInput;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.Permission;
import dev.parlance.usage.ReadUsage;
import dev.parlance.usage.UsageKind;
import dev.parlance.usage.UsageReports.Miss;
import dev.parlance.usage.UsageReports.MissPosition;
import dev.parlance.usage.UsageReports.MissQuery;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Requests of readers that could not be fulfilled, and reports of them by apps. */
@SmallBody
@Path("/v1/catalogs/{catalog}/missing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
public class MissingResource {
    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final int MAX_PAGE_SIZE = 500;
    private static final int MAX_MISSES = 20;
    private static final int MAX_CODE_LENGTH = 128;

    private final ReadUsage readUsage;
    private final SnapshotRegistry snapshots;
    private final DeliveryUsage usage;
    private final Clock clock;

    MissingResource(ReadUsage readUsage, SnapshotRegistry snapshots, DeliveryUsage usage, Clock clock) {
        this.readUsage = readUsage;
        this.snapshots = snapshots;
        this.usage = usage;
        this.clock = clock;
    }

    @Schema(name = "Miss")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MissView(
            @Schema(description = "`key` and `code`: the release does not have them; `text`: no message of the release has this text of "
                    + "an upstream; `locale`: no offered locale matches; `fallback`: the message has no text of its own in the locale; "
                    + "`argument`: the request did not pass it",
                    enumeration = {"key", "code", "text", "locale", "fallback", "argument"}) String kind,
            @Schema(description = "The key, code or language tag; for a text, the code that came with it. `*` for a text without a code, "
                    + "and for names beyond the limits", examples = "-9999") String name,
            @Schema(description = "Locale served (BCP 47), for fallbacks and arguments") @Nullable String locale,
            @Schema(description = "Name of the missing argument") @Nullable String argument,
            long count,
            @Schema(description = "Last day (UTC)", examples = "2026-03-14") String lastAsked,
            @Schema(description = "Lifecycle of the message with this key; absent if the catalog does not have it",
                    enumeration = {"draft", "active", "deprecated", "retired"}) @Nullable String lifecycle) {
        static MissView of(Miss it) {
            return new MissView(it.kind().label(), it.name(), it.locale().isEmpty() ? null : it.locale(),
                    it.argument().isEmpty() ? null : it.argument(), it.count(), it.lastAsked().toString(),
                    it.lifecycle().map(Lifecycle::label).orElse(null));
        }
    }

    @Schema(name = "Misses")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MissPage(@Schema(description = "The most frequent first") List<MissView> missing,
            @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<MissView> COLUMNS = TableColumns.of(MissView.class)
                .column("kind", MissView::kind).column("name", MissView::name).column("locale", MissView::locale)
                .column("argument", MissView::argument).column("count", MissView::count).column("lastAsked", MissView::lastAsked)
                .column("lifecycle", MissView::lifecycle);

        @Override
        public Table toTable() {
            return COLUMNS.table(missing, next);
        }
    }

    @Schema(name = "MissReport", requiredProperties = "missing")
    record MissReport(@Schema(maxItems = MAX_MISSES) @Nullable List<ReportedMiss> missing) {
    }

    @Schema(name = "ReportedMiss", description = "A key or a code, or neither if only the locale is missing", requiredProperties = "locale")
    record ReportedMiss(@Schema(examples = "-9999") @Nullable String key,
            @Schema(examples = "0001", maxLength = MAX_CODE_LENGTH) @Nullable String code,
            @Schema(description = "Language of the reader (BCP 47)", examples = "fr") @Nullable String locale) {
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listMissing", summary = "Lists what readers asked for and did not get, the most frequent first.",
            description = "Counts of this minute are not included.")
    public RestResponse<MissPage> list(String catalog,
            @Parameter(description = "Only this kind: key, code, text, locale, fallback or argument") @RestQuery @Nullable String kind,
            @Parameter(description = "Locale served (BCP 47); all locales if omitted") @RestQuery @Nullable String locale,
            @Parameter(description = "Only keys of messages in this stage, such as `retired`: draft, active, deprecated or retired")
            @RestQuery @Nullable String lifecycle,
            @Parameter(description = PeriodParameters.SINCE) @RestQuery @Nullable String since,
            @Parameter(description = PeriodParameters.UNTIL) @RestQuery @Nullable String until,
            @Parameter(description = "Page size: 1–500, 50 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        var query = new MissQuery(new CatalogName(catalog), PeriodParameters.parse(since, until, clock),
                Optional.ofNullable(kind).map(MissingResource::parseKind), Optional.ofNullable(locale).map(LocaleTag::parse),
                Optional.ofNullable(lifecycle).map(MissingResource::parseLifecycle));
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var cursorQuery = List.of("missing", query.toString());
        var rows = readUsage.findMissing(query, Cursor.decode(cursor, cursorQuery, MissingResource::parsePosition), pageSize + 1);
        var page = Page.of(rows, pageSize, it -> format(it.position()), cursorQuery);
        return ResponseBuilder.ok(new MissPage(page.items(MissView::of), page.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static UsageKind parseKind(String label) {
        return MissQuery.KINDS.stream().filter(it -> it.label().equals(label)).findFirst()
                .orElseThrow(() -> Parameters.invalidParameter("kind", label, "key, code, text, locale, fallback, argument"));
    }

    private static Lifecycle parseLifecycle(String label) {
        return Labelled.findByLabel(Lifecycle.class, label)
                .orElseThrow(() -> Parameters.invalidParameter("lifecycle", label, String.join(", ", Labelled.labels(Lifecycle.class))));
    }

    /** A code may contain blanks, so it comes last. */
    private static String format(MissPosition it) {
        return String.join(" ", Long.toString(it.count()), it.kind().label(), it.locale(), it.argument(), it.name());
    }

    private static MissPosition parsePosition(String cursorKey) {
        var parts = cursorKey.split(" ", 5);
        return new MissPosition(Long.parseLong(parts[0]), Labelled.findByLabel(UsageKind.class, parts[1]).orElseThrow(), parts[4], parts[2],
                parts[3]);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "reportMissing", summary = "Reports up to 20 keys, codes and locales that an app did not find in its bundles.",
            description = "Anonymous callers may report about public catalogs. Names that the production channel has are ignored.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MissReport.class)))
    @APIResponse(responseCode = "204", description = "Counted")
    public RestResponse<Void> report(String catalog, byte[] body) {
        var request = JsonBody.read(body, MissReport.class, "");
        if (request.missing() == null) {
            throw ProblemType.INVALID_FIELD.with("/missing", "missing");
        }
        if (request.missing().size() > MAX_MISSES) {
            throw ProblemType.TOO_MANY_ITEMS.with("/missing", MAX_MISSES);
        }
        var snapshot = snapshots.get(new CatalogName(catalog));
        for (int i = 0; i < request.missing().size(); i++) {
            validate(request.missing().get(i), "/missing/" + i);
        }
        request.missing().forEach(it -> count(snapshot, it));
        return RestResponse.noContent();
    }

    private static void validate(ReportedMiss miss, String pointer) {
        if (miss.locale() == null) {
            throw ProblemType.INVALID_FIELD.with(pointer + "/locale", "missing");
        } else if (miss.key() != null && miss.code() != null) {
            throw ProblemType.INVALID_FIELD.with(pointer + "/code", "conflict");
        }
        LocaleTag.parse(miss.locale());
        if (miss.key() != null) {
            new MessageKey(miss.key());
        } else if (miss.code() != null && TextInput.requireAllowedCharacters(pointer + "/code", miss.code()).length() > MAX_CODE_LENGTH) {
            throw ProblemType.TOO_LONG.with(pointer + "/code", MAX_CODE_LENGTH);
        }
    }

    private void count(Snapshot snapshot, ReportedMiss miss) {
        usage.countReport(snapshot, LocaleTag.parse(String.valueOf(miss.locale())), Optional.ofNullable(miss.key()),
                Optional.ofNullable(miss.code()));
    }
}
