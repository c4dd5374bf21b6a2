package dev.parlance.security.authentication;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The OpenID provider, as browsers meet it: sent there, and back with a code. */
@ApplicationScoped
public class OidcProvider {
    /** How the cookies begin in which Quarkus keeps, encrypted, what the provider gave. */
    public static final String COOKIE_PREFIX = "q_session";

    private final OidcAuthenticationMechanism mechanism;
    private final IdentityProviderManager identities;
    private final boolean configured;

    OidcProvider(OidcAuthenticationMechanism mechanism, IdentityProviderManager identities,
             @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean configured) {
        this.mechanism = mechanism;
        this.identities = identities;
        this.configured = configured;
    }

    public boolean isConfigured() {
        return configured;
    }

    /** The address to which a browser is to go; empty when it has come back, and the provider vouches. */
    public Uni<Optional<String>> signIn(RoutingContext context) {
        return mechanism.authenticate(context, identities)
                // A session that is over, and cannot be renewed, is none: that is why somebody comes here.
                .onFailure(AuthenticationFailedException.class).recoverWithNull()
                .flatMap(identity -> identity == null
                        ? mechanism.getChallenge(context).map(OidcProvider::redirectLocation)
                        : Uni.createFrom().item(Optional.<String>empty()));
    }

    private static Optional<String> redirectLocation(ChallengeData challenge) {
        return Optional.of(challenge.getHeaders().get(HttpHeaders.LOCATION).toString());
    }
}
