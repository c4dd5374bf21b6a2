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

/** The sign-in of browsers at the OpenID provider, by the authorization code flow. */
@ApplicationScoped
public class OidcProvider {
    /** The name prefix of the cookies in which Quarkus keeps the provider's encrypted tokens. */
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

    /**
     * Starts or completes the sign-in of a browser.
     *
     * @return the URI to redirect the browser to; empty if the provider has authenticated the user
     */
    public Uni<Optional<String>> signIn(RoutingContext context) {
        return mechanism.authenticate(context, identities)
                // An expired session that cannot be renewed is not an error: the browser comes here to sign in again.
                .onFailure(AuthenticationFailedException.class).recoverWithNull()
                .flatMap(identity -> identity == null
                        ? mechanism.getChallenge(context).map(OidcProvider::redirectLocation)
                        : Uni.createFrom().item(Optional.<String>empty()));
    }

    private static Optional<String> redirectLocation(ChallengeData challenge) {
        return Optional.of(challenge.getHeaders().get(HttpHeaders.LOCATION).toString());
    }
}
