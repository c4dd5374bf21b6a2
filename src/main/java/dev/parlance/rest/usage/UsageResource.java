package dev.parlance.rest.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.Permission;
import dev.parlance.usage.ReadUsage;
import dev.parlance.usage.UsageReports.LocaleUse;
import dev.parlance.usage.UsageReports.MessageUse;
import dev.parlance.usage.UsageReports.UsePosition;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The use of the messages and locales of a catalog. */
@Path("/v1/catalogs/{catalog}/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
public class UsageResource {
    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final int MAX_PAGE_SIZE = 500;
    private static final int MAX_UNUSED_DAYS = 3650;

    private final ReadUsage readUsage;
    private final Clock clock;

    UsageResource(ReadUsage readUsage, Clock clock) {
        this.readUsage = readUsage;
        this.clock = clock;
    }

    @Schema(name = "MessageUsage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MessageUsageView(
            @Schema(description = "`*` for messages beyond the limits", examples = "-1015") String key,
            @Schema(description = "How often it was rendered") long renders,
            @Schema(description = "How often it had no text of its own in the locale") long fallbacks,
            @Schema(description = "Last day on which it was rendered (UTC); absent if it never was", examples = "2026-03-14")
            @Nullable String lastUsed,
            @Schema(description = "Absent if the catalog does not have the message", enumeration = {"draft", "active", "deprecated", "retired"})
            @Nullable String lifecycle) {
        static MessageUsageView of(MessageUse it) {
            return new MessageUsageView(it.key(), it.renders(), it.fallbacks(), it.lastUsed().map(LocalDate::toString).orElse(null),
                    it.lifecycle().map(Lifecycle::label).orElse(null));
        }
    }

    @Schema(name = "MessageUsagePage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MessageUsagePage(
            @Schema(description = "First day with counts of the catalog (UTC); absent if there are none") @Nullable String countedSince,
            @Schema(description = "The most used first; unused ones by key") List<MessageUsageView> messages,
            @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<MessageUsageView> COLUMNS = TableColumns.of(MessageUsageView.class)
                .column("key", MessageUsageView::key).column("renders", MessageUsageView::renders)
                .column("fallbacks", MessageUsageView::fallbacks).column("lastUsed", MessageUsageView::lastUsed)
                .column("lifecycle", MessageUsageView::lifecycle);

        @Override
        public Table toTable() {
            return COLUMNS.table(messages, next);
        }
    }

    @Schema(name = "LocaleUsage")
    record LocaleUsageView(
            @Schema(description = "Locale served (BCP 47)", examples = "de") String locale,
            @Schema(description = "How often messages were rendered") long renders,
            @Schema(description = "How often they had no text of their own in the locale") long fallbacks,
            @Schema(description = "How many bundles were sent") long bundles,
            @Schema(description = "How often a client had the current bundle already (304)") long unchanged,
            @Schema(description = "How often the release did not have a requested key, code or text") long unknown) {
        static LocaleUsageView of(LocaleUse it) {
            return new LocaleUsageView(it.locale().value(), it.renders(), it.fallbacks(), it.bundles(), it.unchanged(), it.unknown());
        }
    }

    @Schema(name = "LocaleUsages")
    record LocaleUsageList(@Schema(description = "Sorted by tag") List<LocaleUsageView> locales) implements Tabular {
        private static final TableColumns<LocaleUsageView> COLUMNS = TableColumns.of(LocaleUsageView.class)
                .column("locale", LocaleUsageView::locale).column("renders", LocaleUsageView::renders)
                .column("fallbacks", LocaleUsageView::fallbacks).column("bundles", LocaleUsageView::bundles)
                .column("unchanged", LocaleUsageView::unchanged).column("unknown", LocaleUsageView::unknown);

        @Override
        public Table toTable() {
            return COLUMNS.table(locales, null);
        }
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listUsage", summary = "Lists the messages that readers saw, the most used first; or those that none did.",
            description = "Counts of this minute are not included. Bundles do not tell which of their messages are shown.")
    public RestResponse<MessageUsagePage> list(String catalog,
            @Parameter(description = "Locale served (BCP 47); all locales if omitted") @RestQuery @Nullable String locale,
            @Parameter(description = PeriodParameters.SINCE) @RestQuery @Nullable String since,
            @Parameter(description = PeriodParameters.UNTIL) @RestQuery @Nullable String until,
            @Parameter(description = "Number of days: only released messages that were not rendered in these, today included. Not with "
                    + "since and until", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + MAX_UNUSED_DAYS))
            @RestQuery @Nullable String unusedFor,
            @Parameter(description = "Page size: 1–500, 50 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        var name = new CatalogName(catalog);
        var period = PeriodParameters.parse(since, until, clock);
        var servedLocale = Optional.ofNullable(locale).map(LocaleTag::parse);
        var unusedDays = Parameters.parseInteger("unusedFor", unusedFor, 1, MAX_UNUSED_DAYS);
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        rejectPeriodWithUnused(unusedDays, since, until);
        var cursorQuery = List.of("usage", catalog, servedLocale.toString(), period.toString(), unusedDays.toString());
        var after = Cursor.decode(cursor, cursorQuery, UsageResource::parsePosition);
        var rows = unusedDays.isPresent()
                ? readUsage.findUnused(name, servedLocale, PeriodParameters.today(clock).minusDays(unusedDays.getAsInt() - 1L),
                after.map(UsePosition::key).orElse(""), pageSize + 1)
                : readUsage.findUsed(name, servedLocale, period, after, pageSize + 1);
        var page = Page.of(rows, pageSize, it -> it.renders() + " " + it.key(), cursorQuery);
        return ResponseBuilder.ok(new MessageUsagePage(readUsage.findFirstDay(name).map(LocalDate::toString).orElse(null),
                page.items(MessageUsageView::of), page.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static void rejectPeriodWithUnused(OptionalInt unusedDays, @Nullable String since, @Nullable String until) {
        if (unusedDays.isPresent() && (since != null || until != null)) {
            throw ProblemType.INVALID_PARAMETER.with(since == null ? "until" : "since", since == null ? until : since, ProblemType.NONE,
                    ProblemType.NONE);
        }
    }

    private static UsePosition parsePosition(String cursorKey) {
        var parts = cursorKey.split(" ", 2);
        return new UsePosition(Long.parseLong(parts[0]), parts[1]);
    }

    @GET
    @Path("locales")
    @RequiresPermission(Permission.READ_DRAFT)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listLocaleUsage", summary = "Lists the locales that readers were served, with renders and bundles.")
    public RestResponse<LocaleUsageList> listLocales(String catalog,
            @Parameter(description = PeriodParameters.SINCE) @RestQuery @Nullable String since,
            @Parameter(description = PeriodParameters.UNTIL) @RestQuery @Nullable String until) {
        var locales = readUsage.findLocales(new CatalogName(catalog), PeriodParameters.parse(since, until, clock));
        return ResponseBuilder.ok(new LocaleUsageList(locales.stream().map(LocaleUsageView::of).toList()), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
