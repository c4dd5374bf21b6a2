package dev.parlance.security.authentication;

import dev.parlance.security.Actor;
import dev.parlance.security.RandomSecrets;
import dev.parlance.security.accounts.ApiKeyToken;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The authentication mechanism for credentials issued here.
 *
 * <p>These are the operator's token from the environment, API keys and personal tokens (recognised by their prefix), and session cookies. A
 * header takes precedence over a cookie. Other tokens are left to the OpenID provider. Keys in URIs are not accepted, because URIs are
 * logged.
 */
@ApplicationScoped
public class LocalAuthentication implements HttpAuthenticationMechanism {
    public static final String SESSION_COOKIE = "parlance-session";

    private static final int MIN_TOKEN_LENGTH = 16;

    private final CredentialVerifier credentials;
    private final Optional<String> operatorToken;

    LocalAuthentication(CredentialVerifier credentials, @ConfigProperty(name = "parlance.admin.token") Optional<String> token) {
        this.credentials = credentials;
        this.operatorToken = token.filter(it -> !it.isBlank());
        if (operatorToken.filter(it -> it.length() < MIN_TOKEN_LENGTH).isPresent()) {
            throw new IllegalStateException("PARLANCE_ADMIN_TOKEN needs at least " + MIN_TOKEN_LENGTH + " characters, preferably random");
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        boolean hasAuthorization = context.request().headers().contains(HttpHeaders.AUTHORIZATION);
        var bearerToken = BearerTokens.extract(context.request());
        var identity = hasAuthorization ? bearerToken.flatMap(this::authenticateToken) : authenticateCookie(context);
        if (identity.isEmpty() && bearerToken.filter(ApiKeyToken::hasOwnPrefix).isPresent()) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return Uni.createFrom().item(identity.orElse(null));
    }

    private Optional<SecurityIdentity> authenticateToken(String token) {
        boolean isOperator = operatorToken.filter(it -> RandomSecrets.constantTimeEquals(it, token)).isPresent();
        return isOperator ? Optional.of(ActorIdentities.of(Actor.OPERATOR)) : credentials.verifyKey(token)
                .or(() -> credentials.verifyPersonalToken(token))
                .map(actor -> ActorIdentities.builderFor(actor, () -> !credentials.reload(actor).isAnonymous()).build());
    }

    /** Returns the identity of the session cookie. An expired session means anonymous, not an error. */
    private Optional<SecurityIdentity> authenticateCookie(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(SESSION_COOKIE)).map(Cookie::getValue)
                .flatMap(token -> credentials.verifySession(token).map(actor -> ActorIdentities
                        .builderFor(actor, () -> credentials.verifySession(token).isPresent()).build()));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(BearerTokens.createChallenge());
    }

    /** Runs before the OpenID mechanism, which would check tokens that are not its own. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }
}
