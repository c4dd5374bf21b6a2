package dev.parlance.security.accounts;

import dev.parlance.catalog.ResponsiblePerson;
import dev.parlance.security.Actor;
import dev.parlance.security.PersonName;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.Optional;

/**
 * The chain from an actor to the person it acts for.
 *
 * <p>An API key acts for its creator. An account acts for the actor who set its current password until its owner changes it, because
 * both can sign in with it until then.
 */
@Singleton
public final class ActorOwnership implements ResponsiblePerson {
    private final Accounts accounts;
    private final ApiKeys keys;

    public ActorOwnership(Accounts accounts, ApiKeys keys) {
        this.accounts = accounts;
        this.keys = keys;
    }

    @Override
    public String of(String actor) {
        var chain = new LinkedHashSet<String>();
        var current = actor;
        while (chain.add(current)) {
            var owner = ownerOf(current);
            if (owner.isEmpty()) {
                return current;
            }
            current = owner.get();
        }
        // Accounts that set each other's passwords count as one person, independent of where the chain begins.
        var last = current;
        return chain.stream().dropWhile(it -> !it.equals(last)).sorted().findFirst().orElseThrow();
    }

    private Optional<String> ownerOf(String actor) {
        return actor.startsWith(Actor.KEY_PREFIX)
                ? keys.find(actor.substring(Actor.KEY_PREFIX.length())).map(ApiKey::createdBy)
                : PersonName.parseAccount(actor).flatMap(accounts::find).flatMap(Account::passwordSetByAnother);
    }
}
