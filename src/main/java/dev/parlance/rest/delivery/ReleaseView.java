package dev.parlance.rest.delivery;

import dev.parlance.exchange.ServiceMessages;
import dev.parlance.publishing.release.PublishRelease;
import dev.parlance.publishing.release.Release;
import dev.parlance.publishing.release.ReleaseBundle;
import dev.parlance.publishing.release.ReleaseDiff;
import dev.parlance.publishing.release.ReleaseValidator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A release on the wire. */
@Schema(name = "Release")
public record ReleaseView(
        @Schema(examples = "exchange") String catalog,
        int release,
        String title,
        @Schema(description = "BCP 47") String sourceLocale,
        @Schema(description = "When it was cut (RFC 3339, UTC)") String createdAt,
        @Schema(description = "Absent for releases of the time before this was kept") @Nullable String createdBy,
        @Schema(description = "Of the draft it was cut from") long revision,
        String comment,
        List<Bundle> bundles) {

    static ReleaseView of(Release it, List<ReleaseBundle> bundles) {
        return new ReleaseView(it.catalog().value(), it.number(), it.title(), it.sourceLocale().value(), it.createdAt().toString(),
                it.createdBy().orElse(null), it.revision(), it.comment(), bundles.stream().map(Bundle::of).toList());
    }

    @Schema(name = "ReleaseHead")
    record Head(int release, @Schema(description = "When it was cut (RFC 3339, UTC)") String createdAt,
                @Schema(description = "Absent for releases of the time before this was kept") @Nullable String createdBy,
                @Schema(description = "Of the draft it was cut from") long revision, String comment) {
        static Head of(Release it) {
            return new Head(it.number(), it.createdAt().toString(), it.createdBy().orElse(null), it.revision(), it.comment());
        }
    }

    @Schema(name = "ReleaseBundle")
    record Bundle(@Schema(description = "BCP 47") String locale,
                  @Schema(description = "The release in which these bytes were made; later ones share them") int changedIn,
                  @Schema(description = "SHA-256 of the bundle's bytes, which is its ETag") String digest) {
        static Bundle of(ReleaseBundle it) {
            return new Bundle(it.locale().value(), it.changedIn(), it.bundle().hex());
        }
    }

    @Schema(name = "ReleaseCut")
    record CutView(
            @Schema(description = "Absent for a dry run") @Nullable ReleaseView release,
            @Schema(description = "False for a dry run, and where the last release already says all that the draft says") boolean made,
            @Schema(description = "What keeps the draft from being released; empty where it was") List<FindingView> findings,
            @Schema(description = "Against the last release; empty where the findings leave nothing to compare") List<LocaleDiffView> changes) {

        static CutView of(PublishRelease.PublishResult cut, List<ReleaseBundle> bundles, ServiceMessages texts, Optional<String> acceptLanguage) {
            return new CutView(cut.release().map(it -> ReleaseView.of(it, bundles)).orElse(null), cut.created(),
                    cut.blockers().stream().map(it -> FindingView.of(it, texts, acceptLanguage)).toList(), LocaleDiffView.of(cut.diff()));
        }
    }

    @Schema(name = "ReleaseFinding")
    public record FindingView(
            @Schema(description = "A key of the catalog parlance", examples = "argument-mismatch") String code,
            String title, String detail,
            @Schema(description = "Absent where it is about no single message") @Nullable String key,
            @Schema(description = "BCP 47; absent where it is about no single locale") @Nullable String locale) {

        public static FindingView of(ReleaseValidator.ReleaseBlocker it, ServiceMessages texts, Optional<String> acceptLanguage) {
            var said = texts.render(it.problem(), acceptLanguage);
            return new FindingView(said.message().key(), said.title(), said.detail(),
                    it.key() == null ? null : it.key().value(), it.locale() == null ? null : it.locale().value());
        }
    }

    @Schema(name = "ReleaseDiff")
    record DiffView(@Schema(description = "Only locales that differ") List<LocaleDiffView> changes) {
        static DiffView of(ReleaseDiff diff) {
            return new DiffView(LocaleDiffView.of(diff));
        }
    }

    @Schema(name = "ReleaseDiffLocale")
    record LocaleDiffView(
            @Schema(description = "BCP 47") String locale, int added, int changed, int removed,
            @Schema(description = "By key, at most " + ReleaseDiff.MAX_LISTED) List<ChangeView> messages) {

        static List<LocaleDiffView> of(ReleaseDiff diff) {
            return diff.locales().entrySet().stream().map(it -> new LocaleDiffView(it.getKey().value(), it.getValue().added(),
                    it.getValue().changed(), it.getValue().removed(), it.getValue().listed().stream().map(ChangeView::of).toList())).toList();
        }
    }

    @Schema(name = "ReleaseDiffMessage")
    record ChangeView(String key, @Schema(description = "Absent where there was none") @Nullable String before,
                      @Schema(description = "Absent where there is none any more") @Nullable String after) {
        static ChangeView of(ReleaseDiff.Change it) {
            return new ChangeView(it.key(), it.before(), it.after());
        }
    }
}
