package dev.parlance.security;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** The sessions of people, in the cookie of their browsers. A header of the same request goes before it. */
@ApplicationScoped
public class SessionCookie implements HttpAuthenticationMechanism {
    public static final String NAME = "parlance-session";

    private final Credentials credentials;

    SessionCookie(Credentials credentials) {
        this.credentials = credentials;
    }

    /** A cookie that holds no longer is no credential, and no offence. */
    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var cookie = context.request().getCookie(NAME);
        if (cookie == null || context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            return Uni.createFrom().nullItem();
        }
        return credentials.session(cookie.getValue()).map(it -> Uni.createFrom().item(Identities.of(it)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(Bearer.challenge());
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }
}
