package dev.parlance.security.authentication;

import dev.parlance.security.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The conversion between actors and the security identities of Quarkus. */
public final class ActorIdentities {
    static final String PROVIDER_SESSION = "parlance.provider-session";
    private static final String ACTOR = "parlance.actor";
    private static final String VALIDITY = "parlance.validity";
    private static final BooleanSupplier ALWAYS = () -> true;

    private ActorIdentities() {
    }

    /** Returns an identity that does not expire. */
    public static SecurityIdentity of(Actor actor) {
        return builderFor(actor, ALWAYS).build();
    }

    /** @param validity whether the credentials of the actor are still valid */
    static QuarkusSecurityIdentity.Builder builderFor(Actor actor, BooleanSupplier validity) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(actor.name())).addAttribute(ACTOR, actor)
                .addAttribute(VALIDITY, validity);
    }

    /** Returns the identity with other permissions of its actor, authenticated by the same credentials. */
    public static SecurityIdentity replaceActor(SecurityIdentity identity, Actor actor) {
        return QuarkusSecurityIdentity.builder(identity).addAttribute(ACTOR, actor).build();
    }

    /** Returns whether the credentials of an identity are still valid. The result changes when a session ends. */
    public static BooleanSupplier validityOf(SecurityIdentity identity) {
        return identity.getAttribute(VALIDITY) instanceof BooleanSupplier validity ? validity : ALWAYS;
    }

    /** Returns the session at the OpenID provider; empty if the identity was not authenticated there. */
    public static Optional<ProviderSession> providerSessionOf(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(PROVIDER_SESSION));
    }

    /** Returns the actor of an identity; anonymous if it carries none. */
    public static Actor actorOf(SecurityIdentity identity) {
        return identity.getAttribute(ACTOR) instanceof Actor actor ? actor : Actor.ANONYMOUS;
    }
}
