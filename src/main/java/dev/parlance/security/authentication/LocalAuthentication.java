package dev.parlance.security.authentication;

import dev.parlance.security.Actor;
import dev.parlance.security.RandomSecrets;
import dev.parlance.security.accounts.KeyText;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What we gave out ourselves: the token that the environment gives the operator, the keys of programs, told by their prefix, and
 * the sessions of people in the cookie of their browsers. A header goes before a cookie; any other token is left to the provider.
 * No key in an address: those end up in logs.
 */
@ApplicationScoped
public class LocalAuthentication implements HttpAuthenticationMechanism {
    public static final String COOKIE = "parlance-session";

    private static final int SHORTEST = 16;

    private final Credentials credentials;
    private final Optional<String> operators;

    LocalAuthentication(Credentials credentials, @ConfigProperty(name = "parlance.admin.token") Optional<String> token) {
        this.credentials = credentials;
        this.operators = token.filter(it -> !it.isBlank());
        if (operators.filter(it -> it.length() < SHORTEST).isPresent()) {
            throw new IllegalStateException("PARLANCE_ADMIN_TOKEN needs at least " + SHORTEST + " characters, best random ones");
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        boolean header = context.request().headers().contains(HttpHeaders.AUTHORIZATION);
        var offered = Bearer.token(context.request());
        var actor = header ? offered.flatMap(this::byToken) : byCookie(context);
        if (actor.isEmpty() && offered.filter(it -> it.startsWith(KeyText.PREFIX)).isPresent()) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return Uni.createFrom().item(actor.map(ActorIdentities::of).orElse(null));
    }

    private Optional<Actor> byToken(String offered) {
        boolean right = operators.filter(it -> RandomSecrets.equalInConstantTime(it, offered)).isPresent();
        return right ? Optional.of(Actor.OPERATOR) : credentials.key(offered);
    }

    /** One that holds no longer is no credential, and no offence. */
    private Optional<Actor> byCookie(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(COOKIE)).flatMap(it -> credentials.session(it.getValue()));
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
