package dev.parlance.catalog.presence;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Records the places of people in a draft, and lists them.
 *
 * <p>All methods throw {@code UNKNOWN_CATALOG} if the catalog does not exist.
 */
@Singleton
public final class TrackPresence {
    /** Clients report their place every 20 seconds, so one lost report does not remove them. */
    public static final Duration LIFETIME = Duration.ofSeconds(45);

    private final Presences presences;
    private final Catalogs catalogs;
    private final Transactions transactions;
    private final ResourceUsage usage;

    public TrackPresence(Presences presences, Catalogs catalogs, Transactions transactions, ResourceUsage usage) {
        this.presences = presences;
        this.catalogs = catalogs;
        this.transactions = transactions;
        this.usage = usage;
    }

    /**
     * Records the place of a person for {@link #LIFETIME}.
     *
     * @throws dev.parlance.problems.ProblemException {@code BUSY} if too many people are present
     */
    public void enter(CatalogName catalog, String person, DraftPlace place) {
        boolean saved = transactions.call(() -> {
            catalogs.requireExists(catalog);
            presences.deleteExpired();
            boolean fits = presences.countOthers(catalog, person) < ResourceLimit.PRESENT_PEOPLE.value();
            if (fits) {
                presences.save(catalog, person, place, LIFETIME);
            }
            return fits;
        });
        if (!saved) {
            usage.countRejection(ResourceLimit.PRESENT_PEOPLE);
            throw ProblemType.BUSY.with();
        }
    }

    /** Removes a person. Does nothing if the person is absent. */
    public void leave(CatalogName catalog, String person) {
        transactions.call(() -> {
            catalogs.requireExists(catalog);
            presences.remove(catalog, person);
            return true;
        });
    }

    /** Returns the people who are present, sorted by name. */
    public List<PresentPerson> list(CatalogName catalog) {
        return transactions.call(() -> {
            catalogs.requireExists(catalog);
            return presences.findAll(Set.of(catalog)).getOrDefault(catalog, List.of());
        });
    }
}
