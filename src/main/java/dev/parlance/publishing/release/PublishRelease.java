package dev.parlance.publishing.release;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.editing.RunChecks;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.release.ReleaseValidator.ReleaseBlocker;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cuts a release of a catalog's draft, under the lock on the catalog: so at one revision. */
@Singleton
public final class PublishRelease {
    /** The member of a refusal that lists what the gate found. */
    public static final String FINDINGS_MEMBER = "findings";

    /** Who cuts the first release of what is shipped, and points the channel at it. */
    static final String SHIPPED_BY = "parlance";

    private final Catalogs catalogs;
    private final ReleaseCut.Stores stores;
    private final MoveChannel moveChannel;
    private final Transactions transactions;
    private final Clock clock;

    public PublishRelease(Catalogs catalogs, DraftSources draft, Releases releases, Blobs blobs, MoveChannel moveChannel,
                          Transactions transactions, Clock clock) {
        this.catalogs = catalogs;
        this.stores = new ReleaseCut.Stores(draft, releases, blobs);
        this.moveChannel = moveChannel;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Where the draft is read, and looked at. */
    @Singleton
    public record DraftSources(Messages messages, Texts texts, RunChecks runChecks) {
    }

    /**
     * What is asked for.
     *
     * @param acceptBreaking keys may be removed and their arguments change
     * @param by             whose name is kept with the release
     */
    public record PublishCommand(CatalogName catalog, boolean acceptBreaking, String actor, String comment) {
    }

    /**
     * What came of it.
     *
     * @param release empty where nothing may be cut
     * @param made    false where the last release already says all that the draft says
     */
    public record PublishResult(Optional<Release> release, boolean created, List<ReleaseBlocker> blockers, ReleaseDiff diff) {
    }

    /** @throws ProblemException where the gate has findings, with all of them */
    public PublishResult publish(PublishCommand command) {
        return transactions.call(() -> publish(lockCatalog(command), command));
    }

    /** What {@link #cut} would do, the gate's findings included. Stores nothing. */
    public PublishResult preview(PublishCommand command) {
        return transactions.call(() -> {
            var releaseCut = new ReleaseCut(lockCatalog(command), stores);
            if (releaseCut.isUnchanged()) {
                return new PublishResult(releaseCut.latestRelease(), false, List.of(), ReleaseDiff.EMPTY);
            }
            var outcome = releaseCut.preview(command.acceptBreaking());
            return new PublishResult(Optional.empty(), false, outcome.blockers(), isComparable(outcome.blockers()) ? outcome.diff() : ReleaseDiff.EMPTY);
        });
    }

    /**
     * The first release of a catalog that has none, with the channel that apps read pointing at it. In the transaction of the
     * caller, who holds the lock on the catalog.
     */
    public boolean publishFirst(Catalog catalog) {
        if (stores.releases().findLatest(catalog.name()).isPresent()) {
            return false;
        }
        publish(catalog, new PublishCommand(catalog.name(), false, SHIPPED_BY, "")).release().ifPresent(moveChannel::createProduction);
        return true;
    }

    private Catalog lockCatalog(PublishCommand command) {
        return catalogs.lock(command.catalog()).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(command.catalog().value()));
    }

    private PublishResult publish(Catalog catalog, PublishCommand command) {
        var releaseCut = new ReleaseCut(catalog, stores);
        if (releaseCut.isUnchanged()) {
            return new PublishResult(releaseCut.latestRelease(), false, List.of(), ReleaseDiff.EMPTY);
        }
        var outcome = releaseCut.prepare(command.acceptBreaking());
        if (!outcome.blockers().isEmpty()) {
            throw toProblem(command.catalog(), outcome.blockers());
        }
        var release = releaseCut.store(clock.instant(), command.actor(), command.comment());
        return new PublishResult(Optional.of(release), true, List.of(), outcome.diff());
    }

    /** A draft with broken texts has no bundles that could be compared. */
    private static boolean isComparable(List<ReleaseBlocker> blockers) {
        return blockers.stream().noneMatch(ReleaseBlocker::hasInvalidText);
    }

    /** Broken texts first, then missing ones, then what would break others. */
    private static ProblemException toProblem(CatalogName catalog, List<ReleaseBlocker> blockers) {
        if (!isComparable(blockers)) {
            return ProblemType.RELEASE_REFUSED.with(catalog.value(), blockers.size()).withMember(FINDINGS_MEMBER, blockers);
        }
        var incomplete = blockers.stream().filter(it -> it.problem().type() == ProblemType.RELEASE_INCOMPLETE)
                .map(it -> String.valueOf(it.locale())).toList();
        if (!incomplete.isEmpty()) {
            return ProblemType.RELEASE_INCOMPLETE.with(catalog.value(), String.join(", ", incomplete)).withMember(FINDINGS_MEMBER, blockers);
        }
        return ProblemType.BREAKING_CHANGE.with(blockers.stream().map(it -> String.valueOf(it.key())).collect(Collectors.joining(", ")))
                .withMember(FINDINGS_MEMBER, blockers);
    }
}
