package dev.parlance.security.authentication;

import dev.parlance.catalog.Transactions;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.security.AccessRecords;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.PersonName;
import dev.parlance.security.ProviderIdentity;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * The names of users of the OpenID provider in members and history.
 *
 * <p>A user is identified by issuer and subject. The name at the provider is a label that may change or pass to another user. When a
 * member with this name or an administrator of the service first signs in, it is therefore bound to their identity permanently. All
 * other users have a name derived from their identity.
 */
@Singleton
public final class ProviderNames {
    private final AccessRecords records;
    private final Transactions transactions;
    private final AccessRegistry accessRegistry;
    private final Clock clock;

    public ProviderNames(AccessRecords records, Transactions transactions, AccessRegistry accessRegistry, Clock clock) {
        this.records = records;
        this.transactions = transactions;
        this.accessRegistry = accessRegistry;
        this.clock = clock;
    }

    /**
     * A user of the provider.
     *
     * @param label the name at the provider, as the token states it
     */
    record ProviderUser(ProviderIdentity identity, String label, boolean administrator) {
    }

    /** Returns the name of a user. Does not bind it. */
    String nameOf(ProviderUser user) {
        var bound = accessRegistry.snapshot().providerPeople().personByIdentity().get(user.identity());
        return bound != null ? bound : user.identity().derivedName().value();
    }

    /** Returns the name to which {@link #bind} would bind the user. */
    Optional<PersonName> bindableName(ProviderUser user) {
        var snapshot = accessRegistry.snapshot();
        var people = snapshot.providerPeople();
        if (people.personByIdentity().containsKey(user.identity()) || !snapshot.grantsOf(user.identity().derivedName().value()).isEmpty()) {
            return Optional.empty();
        }
        return PersonName.parseProviderName(user.label()).filter(it -> people.waiting().contains(it.value())
                || user.administrator() && !people.personByIdentity().containsValue(it.value()));
    }

    /** Binds the user to a name if possible, and returns their name. Requires a thread that may block. */
    String bind(ProviderUser user, PersonName name) {
        try {
            transactions.call(() -> {
                records.bindPerson(name, user.identity(), clock.instant(), user.administrator());
                return name;
            });
            accessRegistry.refreshAfterCommit();
        } catch (ProblemException e) {
            if (e.type() != ProblemType.DATABASE_UNAVAILABLE) {
                throw e;
            }
            // The name stays unbound, and the user has the permissions of the derived name until the database answers.
        }
        return nameOf(user);
    }
}
