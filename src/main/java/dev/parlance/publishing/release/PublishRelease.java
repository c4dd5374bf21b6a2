package dev.parlance.publishing.release;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.editing.JudgeTexts;
import dev.parlance.problems.CatalogProblem;
import dev.parlance.problems.Refusal;
import dev.parlance.publishing.release.ReleaseGate.Finding;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cuts a release of a catalog's draft, under the lock on the catalog: so at one revision. */
public final class PublishRelease {
    /** The member of a refusal that lists what the gate found. */
    public static final String FINDINGS = "findings";

    /** Who cuts the first release of what is shipped, and points the channel at it. */
    static final String SHIPPED = "parlance";

    private final Catalogs catalogs;
    private final Cutting.Ports ports;
    private final PointChannel point;
    private final Transactions transactions;
    private final Clock clock;

    public PublishRelease(Catalogs catalogs, Drafted drafted, Releases releases, Blobs blobs, PointChannel point,
                          Transactions transactions, Clock clock) {
        this.catalogs = catalogs;
        this.ports = new Cutting.Ports(drafted, releases, blobs);
        this.point = point;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Where the draft is read, and looked at. */
    public record Drafted(Messages messages, Texts texts, JudgeTexts judge) {
    }

    /**
     * What is asked for.
     *
     * @param acceptBreaking keys may be removed and their arguments change
     * @param by             whose name is kept with the release
     */
    public record Order(CatalogName catalog, boolean acceptBreaking, String by, String comment) {
    }

    /**
     * What came of it.
     *
     * @param release empty where nothing may be cut
     * @param made    false where the last release already says all that the draft says
     */
    public record Cut(Optional<Release> release, boolean made, List<Finding> findings, ReleaseDiff diff) {
    }

    /** @throws CatalogProblem where the gate has findings, with all of them */
    public Cut cut(Order order) {
        return transactions.call(() -> cut(locked(order), order));
    }

    /** What {@link #cut} would do, the gate's findings included. Stores nothing. */
    public Cut tryOut(Order order) {
        return transactions.call(() -> {
            var cutting = new Cutting(locked(order), ports);
            if (cutting.nothingNew()) {
                return new Cut(cutting.last(), false, List.of(), ReleaseDiff.NONE);
            }
            var seen = cutting.look(order.acceptBreaking());
            return new Cut(Optional.empty(), false, seen.findings(), releasable(seen.findings()) ? seen.diff() : ReleaseDiff.NONE);
        });
    }

    /**
     * The first release of a catalog that has none, with the channel that apps read pointing at it. In the transaction of the
     * caller, who holds the lock on the catalog.
     */
    public boolean first(Catalog catalog) {
        if (ports.releases().latest(catalog.name()).isPresent()) {
            return false;
        }
        cut(catalog, new Order(catalog.name(), false, SHIPPED, "")).release().ifPresent(point::first);
        return true;
    }

    private Catalog locked(Order order) {
        return catalogs.lock(order.catalog()).orElseThrow(() -> Refusal.UNKNOWN_CATALOG.with(order.catalog().value()));
    }

    private Cut cut(Catalog catalog, Order order) {
        var cutting = new Cutting(catalog, ports);
        if (cutting.nothingNew()) {
            return new Cut(cutting.last(), false, List.of(), ReleaseDiff.NONE);
        }
        var seen = cutting.prepare(order.acceptBreaking());
        if (!seen.findings().isEmpty()) {
            throw refusal(order.catalog(), seen.findings());
        }
        var release = cutting.store(clock.instant(), order.by(), order.comment());
        return new Cut(Optional.of(release), true, List.of(), seen.diff());
    }

    /** A draft with broken texts has no bundles that could be compared. */
    private static boolean releasable(List<Finding> findings) {
        return findings.stream().noneMatch(Finding::broken);
    }

    /** Broken texts first, then missing ones, then what would break others. */
    private static CatalogProblem refusal(CatalogName catalog, List<Finding> findings) {
        if (!releasable(findings)) {
            return Refusal.RELEASE_REFUSED.with(catalog.value(), findings.size()).member(FINDINGS, findings);
        }
        var incomplete = findings.stream().filter(it -> it.problem().refusal() == Refusal.RELEASE_INCOMPLETE)
                .map(it -> String.valueOf(it.locale())).toList();
        if (!incomplete.isEmpty()) {
            return Refusal.RELEASE_INCOMPLETE.with(catalog.value(), String.join(", ", incomplete)).member(FINDINGS, findings);
        }
        return Refusal.BREAKING_CHANGE.with(findings.stream().map(it -> String.valueOf(it.key())).collect(Collectors.joining(", ")))
                .member(FINDINGS, findings);
    }
}
