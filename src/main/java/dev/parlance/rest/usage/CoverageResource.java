package dev.parlance.rest.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.Permission;
import dev.parlance.usage.ReadUsage;
import dev.parlance.usage.UsageReports.UncoveredText;
import dev.parlance.usage.UseCoverage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The share of shown messages that are translated, and the texts that raise it most. */
@Path("/v1/catalogs/{catalog}/usage/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage")
public class CoverageResource {
    private static final int DEFAULT_TARGET = 95;
    private static final int MAX_TEXTS = 100;

    private final ReadUsage readUsage;
    private final Clock clock;

    CoverageResource(ReadUsage readUsage, Clock clock) {
        this.readUsage = readUsage;
        this.clock = clock;
    }

    @Schema(name = "UsageCoverages")
    record CoverageList(@Schema(description = "Target in percent") int target,
            @Schema(description = "Sorted by tag") List<CoverageView> locales) implements Tabular {
        private static final TableColumns<CoverageRow> COLUMNS = TableColumns.of(CoverageRow.class)
                .column("locale", it -> it.locale().locale()).column("seen", it -> it.locale().seen())
                .column("coverage", it -> it.locale().coverage()).column("needed", it -> it.locale().needed())
                .column("key", it -> it.text() == null ? null : it.text().key())
                .column("renders", it -> it.text() == null ? null : it.text().renders())
                .column("state", it -> it.text() == null ? null : it.text().state());

        @Override
        public Table toTable() {
            return COLUMNS.table(locales.stream().flatMap(CoverageRow::of).toList(), null);
        }
    }

    /** A text and its locale. A locale without texts has a row, too. */
    private record CoverageRow(CoverageView locale, @Nullable NextTextView text) {
        static Stream<CoverageRow> of(CoverageView locale) {
            return locale.texts().isEmpty() ? Stream.of(new CoverageRow(locale, null))
                    : locale.texts().stream().map(it -> new CoverageRow(locale, it));
        }
    }

    @Schema(name = "UsageCoverage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CoverageView(
            @Schema(description = "BCP 47 language tag", examples = "fr") String locale,
            @Schema(description = "Rendered messages that are still released") long seen,
            @Schema(description = "Those with a current text in the locale: the next release would contain it, and it is not stale")
            long covered,
            @Schema(description = "`covered` in percent of `seen`, rounded down to one decimal; absent if nothing was seen",
                    examples = "87.5") @Nullable BigDecimal coverage,
            @Schema(description = "Number of texts that raise `coverage` to the target; absent if it takes more than 10000")
            @Nullable Integer needed,
            @Schema(description = "These texts, the most used first; the first " + MAX_TEXTS) List<NextTextView> texts) {
        static CoverageView of(UseCoverage it) {
            return new CoverageView(it.locale().value(), it.seen(), it.covered(),
                    it.percentage().isPresent() ? BigDecimal.valueOf(it.percentage().getAsDouble()).setScale(1, RoundingMode.DOWN) : null,
                    it.needed().isPresent() ? it.needed().getAsInt() : null,
                    it.texts().stream().limit(MAX_TEXTS).map(NextTextView::of).toList());
        }
    }

    @Schema(name = "UsageCoverageText")
    record NextTextView(@Schema(examples = "-1015") String key,
            @Schema(description = "How often it was rendered in the locale") long renders,
            @Schema(description = "Why it does not count: it is missing; the next release would not contain it; or its source has changed",
                    enumeration = {"untranslated", "unreleased", "stale"}) String state) {
        static NextTextView of(UncoveredText it) {
            return new NextTextView(it.key(), it.renders(), it.gap().label());
        }
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "getUsageCoverage",
            summary = "Returns how much of what readers saw has a current text, and the fewest texts that raise it to a target.",
            description = "Messages count as often as they were rendered in the locale. Texts are those of the draft, so a saved text counts "
                    + "at once.")
    public RestResponse<CoverageList> get(String catalog,
            @Parameter(description = "Locale of the catalog (BCP 47); all locales if omitted", example = "fr")
            @RestQuery @Nullable String locale,
            @Parameter(description = "Target in percent", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100",
                    defaultValue = "" + DEFAULT_TARGET)) @RestQuery @Nullable String target,
            @Parameter(description = PeriodParameters.SINCE) @RestQuery @Nullable String since,
            @Parameter(description = PeriodParameters.UNTIL) @RestQuery @Nullable String until) {
        int percent = Parameters.parseInteger("target", target, 1, 100).orElse(DEFAULT_TARGET);
        var coverage = readUsage.measureCoverage(new CatalogName(catalog), Optional.ofNullable(locale).map(LocaleTag::parse),
                PeriodParameters.parse(since, until, clock), percent);
        return ResponseBuilder.ok(new CoverageList(percent, coverage.stream().map(CoverageView::of).toList()),
                MediaType.APPLICATION_JSON_TYPE).build();
    }
}
