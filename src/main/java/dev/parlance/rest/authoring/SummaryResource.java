package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.editing.DraftList.LastChange;
import dev.parlance.catalog.editing.ListDraft;
import dev.parlance.catalog.editing.ListDraft.DraftSummary;
import dev.parlance.catalog.editing.ListDraft.LocaleSummary;
import dev.parlance.publishing.release.ReadReleases;
import dev.parlance.publishing.release.Release;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.security.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource of the progress of a catalog: its locales, its recent activity and its next release. */
@Path("/v1/catalogs/{catalog}/draft/summary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class SummaryResource {
    private final ListDraft listDraft;
    private final ReadReleases readReleases;

    SummaryResource(ListDraft listDraft, ReadReleases readReleases) {
        this.listDraft = listDraft;
        this.readReleases = readReleases;
    }

    @Schema(name = "DraftSummary")
    record SummaryView(String catalog, @Schema(description = "Revision of the catalog that was read") long revision,
            @Schema(description = "Number of messages that are neither draft nor retired; the counts of the locales refer to these")
            int messages,
            List<LocaleView> locales,
            @Schema(description = "The last 30 days, oldest first") List<DayView> activity,
            NextReleaseView release) {
        static SummaryView of(DraftSummary it, Optional<Release> latest) {
            return new SummaryView(it.catalog().value(), it.revision(), it.messages(),
                    it.locales().stream().map(locale -> LocaleView.of(locale, it.messages())).toList(),
                    it.activity().entrySet().stream().map(day -> new DayView(day.getKey().toString(), day.getValue())).toList(),
                    NextReleaseView.of(it, latest));
        }
    }

    @Schema(name = "DraftLocaleSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LocaleView(
            @Schema(description = "BCP 47 language tag") String locale,
            @Schema(description = "Whether it is the source locale") boolean source,
            @Schema(description = "Releases require all texts of the locale") boolean required,
            @Schema(enumeration = {"ltr", "rtl"}) String direction,
            int total, int untranslated, int drafts, int translated, int approved,
            @Schema(description = "Translated from an earlier version of the source") int stale,
            @Schema(description = "Rejected by a reviewer and not saved since") int rejected,
            @Schema(description = "Texts with errors") int errors,
            @Schema(description = "Texts with unconfirmed warnings") int warnings,
            @Schema(description = "Number of texts without which the locale cannot be released; 0 if it is not required") int blocking,
            @Schema(description = "Absent if the locale never had a text") @Nullable LastChangeView lastChange) {
        static LocaleView of(LocaleSummary it, int messages) {
            var counts = it.locale().counts();
            return new LocaleView(it.locale().locale().value(), it.isSource(), it.locale().required(),
                    it.locale().locale().isRightToLeft() ? "rtl" : "ltr", messages, it.untranslated(), counts.drafts(),
                    counts.translated(), counts.approved(), counts.stale(), it.rejected(), counts.withErrors(), counts.withWarnings(),
                    it.blocking(), it.lastChange() == null ? null : LastChangeView.of(it.lastChange()));
        }
    }

    @Schema(name = "LastChange")
    record LastChangeView(@Schema(description = "RFC 3339, UTC") String at, String by,
            @Schema(enumeration = {"edit", "bulk", "import", "shipped", "revert"}) String cause) {
        static LastChangeView of(LastChange it) {
            return new LastChangeView(it.changedAt().toString(), it.changedBy(), it.cause().label());
        }
    }

    @Schema(name = "DayOfChanges")
    record DayView(@Schema(description = "Date in UTC", examples = "2026-03-14") String day, int changes) {
    }

    @Schema(name = "NextRelease")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NextReleaseView(
            @Schema(description = "Number of the latest release; absent if there is none") @Nullable Integer latest,
            @Schema(description = "Whether nothing was written since the latest release") boolean unchanged,
            @Schema(description = "Number of texts of required locales that are missing, in draft or not approved") int blocking,
            @Schema(description = "Path for a POST that returns all reasons against a release") String dryRun) {
        static NextReleaseView of(DraftSummary it, Optional<Release> latest) {
            return new NextReleaseView(latest.map(Release::number).orElse(null),
                    latest.filter(release -> release.revision() == it.revision()).isPresent(),
                    it.locales().stream().mapToInt(LocaleSummary::blocking).sum(),
                    "/v1/catalogs/" + it.catalog() + "/releases?dryRun=true");
        }
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "getDraftSummary",
            summary = "Returns the progress of the locales, the changes of the last 30 days and the state of the next release.")
    public RestResponse<SummaryView> get(String catalog) {
        var summary = listDraft.summarize(new CatalogName(catalog));
        var latest = readReleases.page(summary.catalog(), Integer.MAX_VALUE, 1).stream().findFirst();
        return ResponseBuilder.ok(SummaryView.of(summary, latest), MediaType.APPLICATION_JSON_TYPE).build();
    }
}
