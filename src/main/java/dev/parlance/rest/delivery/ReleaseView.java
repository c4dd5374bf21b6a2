package dev.parlance.rest.delivery;

import dev.parlance.exchange.ServiceMessages;
import dev.parlance.publishing.release.PublishRelease;
import dev.parlance.publishing.release.Release;
import dev.parlance.publishing.release.ReleaseBlockers;
import dev.parlance.publishing.release.ReleaseBundle;
import dev.parlance.publishing.release.ReleaseDiff;
import dev.parlance.publishing.release.ReleaseValidator;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of a release. */
@Schema(name = "Release")
public record ReleaseView(
        @Schema(examples = "exchange") String catalog,
        int release,
        String title,
        @Schema(description = "BCP 47 language tag") String sourceLocale,
        @Schema(description = "Time of creation (RFC 3339, UTC)") String createdAt,
        @Schema(description = MEMBERS_ONLY + "; also absent for early releases, which did not record it") @Nullable String createdBy,
        @Schema(description = "Revision of the draft that was released. " + MEMBERS_ONLY) @Nullable Long revision,
        @Schema(description = MEMBERS_ONLY) @Nullable String comment,
        List<ReleaseBundleView> bundles) {
    static final String MEMBERS_ONLY = "Absent unless the caller may read drafts";

    /** @param withPeople whether the caller may see the author and the comment */
    static ReleaseView of(Release it, List<ReleaseBundle> bundles, boolean withPeople) {
        var head = ReleaseHead.of(it, withPeople);
        return new ReleaseView(it.catalog().value(), it.number(), it.title(), it.sourceLocale().value(), head.createdAt(),
                head.createdBy(), head.revision(), head.comment(), bundles.stream().map(ReleaseBundleView::of).toList());
    }

    @Schema(name = "ReleaseHead")
    record ReleaseHead(int release, @Schema(description = "Time of creation (RFC 3339, UTC)") String createdAt,
                @Schema(description = MEMBERS_ONLY + "; also absent for early releases, which did not record it")
                @Nullable String createdBy,
                @Schema(description = "Revision of the draft that was released. " + MEMBERS_ONLY) @Nullable Long revision,
                @Schema(description = MEMBERS_ONLY) @Nullable String comment) {
        static ReleaseHead of(Release it, boolean withPeople) {
            return new ReleaseHead(it.number(), it.createdAt().toString(), withPeople ? it.createdBy().orElse(null) : null,
                    withPeople ? it.revision() : null, withPeople ? it.comment() : null);
        }
    }

    @Schema(name = "ReleaseBundle")
    record ReleaseBundleView(@Schema(description = "BCP 47 language tag") String locale,
                  @Schema(description = "Release that created these bytes; later releases share them") int changedIn,
                  @Schema(description = "SHA-256 digest of the bundle, which is its ETag") String digest) {
        static ReleaseBundleView of(ReleaseBundle it) {
            return new ReleaseBundleView(it.locale().value(), it.changedIn(), it.bundle().hex());
        }
    }

    @Schema(name = "ReleaseCut")
    record CutView(
            @Schema(description = "The new release, or the last one if the draft does not differ from it; absent for a dry run")
            @Nullable ReleaseView release,
            @Schema(description = "Whether a release was created: false for a dry run, "
                    + "and if the draft does not differ from the last release")
            boolean made,
            @Schema(description = "Whether the draft equals the last release, so that there is nothing to release")
            boolean unchanged,
            @Schema(description = "Findings that prevent the release, the first " + ReleaseBlockers.MAX_LISTED
                    + " of each code; empty if it was created") List<ReleaseFindingView> findings,
            @Schema(description = "Number of all findings, also of those not listed") int findingCount,
            @Schema(description = "Changes since the last release with the numbers of each locale; lists the first "
                    + ReleaseDiff.MAX_LISTED + " messages of all locales. Empty if findings prevent the comparison")
            List<LocaleDiffView> changes) {

        static CutView of(PublishRelease.PublishResult result, List<ReleaseBundle> bundles, ServiceMessages serviceMessages,
                Optional<String> acceptLanguage) {
            return new CutView(result.release().map(it -> ReleaseView.of(it, bundles, true)).orElse(null), result.created(),
                    result.unchanged(),
                    result.blockers().listed().stream().map(it -> ReleaseFindingView.of(it, serviceMessages, acceptLanguage)).toList(),
                    result.blockers().count(), LocaleDiffView.of(result.diff()));
        }
    }

    @Schema(name = "ReleaseFinding")
    public record ReleaseFindingView(
            @Schema(description = "Message key of the catalog `parlance`", examples = "argument-mismatch") String code,
            String title, String detail,
            @Schema(description = "Absent if the finding is not about one message") @Nullable String key,
            @Schema(description = "First keys of the messages, if the finding is about several; at most " + ReleaseBlockers.MAX_NAMED)
            @Nullable Collection<String> keys,
            @Schema(description = "Number of these messages, including those not listed") @Nullable Integer count,
            @Schema(description = "BCP 47 language tag; absent if the finding is not about one locale") @Nullable String locale) {

        public static ReleaseFindingView of(ReleaseValidator.ReleaseBlocker it, ServiceMessages serviceMessages,
                Optional<String> acceptLanguage) {
            var explained = serviceMessages.render(it.problem(), acceptLanguage);
            return new ReleaseFindingView(explained.message().key(), explained.title(), explained.detail(),
                    it.key() == null ? null : it.key().value(), ReleaseBlockers.keysOf(it.problem()), ReleaseBlockers.countOf(it.problem()),
                    it.locale() == null ? null : it.locale().value());
        }
    }

    @Schema(name = "ReleaseDiff")
    record DiffView(@Schema(description = "All locales with changes, and those of their changes that are on this page")
                    List<LocaleDiffView> changes,
                    @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<DiffRow> COLUMNS = TableColumns.of(DiffRow.class).column("locale", DiffRow::locale)
                .column("key", it -> it.message().key()).column("change", DiffRow::change).column("before", it -> it.message().before())
                .column("after", it -> it.message().after());

        @Override
        public Table toTable() {
            return COLUMNS.table(DiffRow.of(changes), next);
        }

        static DiffView of(ReleaseDiff diff, @Nullable String next) {
            return new DiffView(LocaleDiffView.of(diff), next);
        }
    }

    /** A change as a row of a table. */
    private record DiffRow(String locale, MessageDiffView message) {
        static List<DiffRow> of(List<LocaleDiffView> locales) {
            return locales.stream().flatMap(it -> it.messages().stream().map(message -> new DiffRow(it.locale(), message))).toList();
        }

        String change() {
            return message.before() == null ? "added" : message.after() == null ? "removed" : "changed";
        }
    }

    @Schema(name = "ReleaseDiffLocale")
    record LocaleDiffView(
            @Schema(description = "BCP 47 language tag") String locale, int added, int changed, int removed,
            @Schema(description = "Sorted by key; not all of the counted changes") List<MessageDiffView> messages) {

        static List<LocaleDiffView> of(ReleaseDiff diff) {
            return diff.locales().entrySet().stream().map(it -> new LocaleDiffView(it.getKey().value(), it.getValue().added(),
                    it.getValue().changed(), it.getValue().removed(), it.getValue().listed().stream().map(MessageDiffView::of).toList()))
                    .toList();
        }
    }

    @Schema(name = "ReleaseDiffMessage")
    record MessageDiffView(String key, @Schema(description = "Absent if the message was added") @Nullable String before,
                      @Schema(description = "Absent if the message was removed") @Nullable String after) {
        static MessageDiffView of(ReleaseDiff.Change it) {
            return new MessageDiffView(it.key(), it.before(), it.after());
        }
    }
}
