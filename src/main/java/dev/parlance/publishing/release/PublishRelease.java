package dev.parlance.publishing.release;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.editing.RunChecks;
import dev.parlance.catalog.events.CatalogEvent;
import dev.parlance.catalog.events.CatalogEvents;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.Blobs;
import dev.parlance.publishing.release.ReleaseValidator.ReleaseBlocker;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Cuts a release of a catalog's draft, under the lock on the catalog and so at a single revision. */
@Singleton
public final class PublishRelease {
    /** The problem member that lists the release blockers. */
    public static final String FINDINGS_MEMBER = "findings";

    /** The problem member with the number of all release blockers, including those not listed. */
    public static final String FINDING_COUNT_MEMBER = "findingCount";

    /** The actor recorded for the first release of a shipped catalog and for its channel move. */
    static final String SHIPPED_BY = "parlance";

    private final Catalogs catalogs;
    private final ReleaseCut.Stores stores;
    private final MoveChannel moveChannel;
    private final CatalogEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public PublishRelease(Catalogs catalogs, DraftSources draft, Releases releases, Blobs blobs, MoveChannel moveChannel,
                          CatalogEvents events, Transactions transactions, Clock clock) {
        this.catalogs = catalogs;
        this.stores = new ReleaseCut.Stores(draft, releases, blobs);
        this.moveChannel = moveChannel;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The sources of the draft: its messages, its texts and the checks. */
    @Singleton
    public record DraftSources(Messages messages, Texts texts, RunChecks runChecks) {
    }

    /**
     * A request to cut a release.
     *
     * @param acceptBreaking whether keys may be removed and declared arguments changed
     * @param actor          the name recorded with the release
     */
    public record PublishCommand(CatalogName catalog, boolean acceptBreaking, String actor, String comment) {
    }

    /**
     * The outcome of a cut or a preview.
     *
     * @param release   the new release, or the latest one if the draft is unchanged; empty for a preview
     * @param created   false if nothing was stored: the draft is unchanged, or this is a preview
     * @param unchanged whether the latest release already has the content of the draft
     */
    public record PublishResult(Optional<Release> release, boolean created, boolean unchanged, ReleaseBlockers blockers,
            ReleaseDiff diff) {
        static PublishResult unchanged(Optional<Release> latest) {
            return new PublishResult(latest, false, true, new ReleaseBlockers(), ReleaseDiff.EMPTY);
        }
    }

    /**
     * Cuts a release and stores it, unless the draft is unchanged since the latest release.
     *
     * @throws ProblemException if there are release blockers; the problem lists them in {@value #FINDINGS_MEMBER}
     */
    public PublishResult publish(PublishCommand command) {
        return transactions.call(() -> publish(lockCatalog(command), command));
    }

    /** Returns what {@link #publish(PublishCommand)} would do, including all release blockers. Stores nothing. */
    public PublishResult preview(PublishCommand command) {
        return transactions.call(() -> {
            var releaseCut = new ReleaseCut(lockCatalog(command), stores);
            if (releaseCut.isUnchanged()) {
                return PublishResult.unchanged(Optional.empty());
            }
            var outcome = releaseCut.preview(command.acceptBreaking());
            return new PublishResult(Optional.empty(), false, false, outcome.blockers(),
                    outcome.blockers().hasInvalidText() ? ReleaseDiff.EMPTY : outcome.diff());
        });
    }

    /**
     * Cuts the first release of a catalog that has none, and points the production channel at it.
     *
     * <p>Runs in the caller's transaction, which must hold the lock on the catalog.
     *
     * @return whether a release was cut
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
            return PublishResult.unchanged(releaseCut.latestRelease());
        }
        var outcome = releaseCut.prepare(command.acceptBreaking());
        if (!outcome.blockers().isEmpty()) {
            throw outcome.blockers().toProblem(command.catalog().value());
        }
        var release = releaseCut.store(clock.instant(), command.actor(), command.comment());
        events.record(new CatalogEvent.ReleaseCreated(command.catalog(), release.number(), command.actor(), command.comment()));
        return new PublishResult(Optional.of(release), true, false, new ReleaseBlockers(), outcome.diff());
    }
}
