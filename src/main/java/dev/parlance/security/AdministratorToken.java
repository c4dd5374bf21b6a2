package dev.parlance.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code Authorization: Bearer …} (RFC 6750) with the token that the environment gives the administrator. */
@ApplicationScoped
class AdministratorToken implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";
    private static final int SHORTEST = 16;
    private static final int UNAUTHORIZED = 401;

    private final Optional<byte[]> token;

    AdministratorToken(@ConfigProperty(name = "parlance.admin.token") Optional<String> token) {
        this.token = token.filter(it -> !it.isBlank()).map(it -> it.getBytes(StandardCharsets.UTF_8));
        if (this.token.filter(it -> it.length < SHORTEST).isPresent()) {
            throw new IllegalStateException("PARLANCE_ADMIN_TOKEN needs at least " + SHORTEST + " characters, best random ones");
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Uni.createFrom().nullItem();
        }
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) || !right(header.substring(SCHEME.length()).strip())) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return Uni.createFrom().item(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(Role.ADMINISTRATOR)).addRole(Role.ADMINISTRATOR).build());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, HttpHeaders.createOptimized("WWW-Authenticate"), "Bearer"));
    }

    /** In the same time, wherever the first difference is. */
    private boolean right(String offered) {
        return token.map(it -> MessageDigest.isEqual(it, offered.getBytes(StandardCharsets.UTF_8))).orElse(false);
    }
}
