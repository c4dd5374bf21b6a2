package dev.parlance.security.authentication;

import dev.parlance.security.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** The conversion between actors and the security identities of Quarkus. */
public final class ActorIdentities {
    private static final String ACTOR = "parlance.actor";

    private ActorIdentities() {
    }

    public static SecurityIdentity of(Actor actor) {
        return builderFor(actor).build();
    }

    static QuarkusSecurityIdentity.Builder builderFor(Actor actor) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(actor.name())).addAttribute(ACTOR, actor);
    }

    /** Returns the actor of an identity; anonymous if it carries none. */
    public static Actor actorOf(SecurityIdentity identity) {
        return identity.getAttribute(ACTOR) instanceof Actor actor ? actor : Actor.ANONYMOUS;
    }
}
