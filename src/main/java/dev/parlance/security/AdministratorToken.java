package dev.parlance.security;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The token that the environment gives the operator. Any other is left to the next mechanism. */
@ApplicationScoped
class AdministratorToken implements HttpAuthenticationMechanism {
    private static final int SHORTEST = 16;

    private final Optional<String> token;

    AdministratorToken(@ConfigProperty(name = "parlance.admin.token") Optional<String> token) {
        this.token = token.filter(it -> !it.isBlank());
        if (this.token.filter(it -> it.length() < SHORTEST).isPresent()) {
            throw new IllegalStateException("PARLANCE_ADMIN_TOKEN needs at least " + SHORTEST + " characters, best random ones");
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        boolean right = Bearer.token(context.request()).flatMap(offered -> token.map(it -> Secrets.same(it, offered))).orElse(false);
        return right ? Uni.createFrom().item(Identities.of(Actor.OPERATOR)) : Uni.createFrom().nullItem();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(Bearer.challenge());
    }

    /** Before a provider is asked about a token that is none of its own. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }
}
