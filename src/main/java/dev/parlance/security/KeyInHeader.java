package dev.parlance.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** The keys of programs, told by their prefix. In the header only: addresses end up in logs. */
@ApplicationScoped
class KeyInHeader implements HttpAuthenticationMechanism {
    private final Credentials credentials;

    KeyInHeader(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var key = Bearer.token(context.request()).filter(it -> it.startsWith(KeyText.PREFIX));
        if (key.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return key.flatMap(credentials::key).map(it -> Uni.createFrom().item(Identities.of(it)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
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
