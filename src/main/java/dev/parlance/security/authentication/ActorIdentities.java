package dev.parlance.security.authentication;

import dev.parlance.security.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** Actors as Quarkus carries them through a request. */
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

    public static Actor actorOf(SecurityIdentity identity) {
        return identity.getAttribute(ACTOR) instanceof Actor actor ? actor : Actor.ANONYMOUS;
    }
}
