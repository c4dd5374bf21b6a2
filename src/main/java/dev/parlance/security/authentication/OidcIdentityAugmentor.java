package dev.parlance.security.authentication;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The conversion of identities from an OpenID provider to actors.
 *
 * <p>Quarkus verifies the tokens; {@link ProviderToken} then rejects those that are not meant to authenticate requests. One configured
 * role of the provider makes its users administrators; permissions in a catalog come from our own members.
 */
@ApplicationScoped
class OidcIdentityAugmentor implements SecurityIdentityAugmentor {
    private final CredentialVerifier credentials;
    private final ProviderNames names;
    private final Optional<String> administratorRole;

    OidcIdentityAugmentor(CredentialVerifier credentials, ProviderNames names,
            @ConfigProperty(name = "parlance.oidc.administrator-role") Optional<String> administratorRole) {
        this.credentials = credentials;
        this.names = names;
        this.administratorRole = administratorRole.filter(it -> !it.isBlank());
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !ActorIdentities.actorOf(identity).isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        var token = ProviderToken.of(identity).filter(ProviderToken::isAccepted)
                .filter(it -> credentials.isActive(new ProviderSession(it.id(), it.expiresAt())));
        var user = token.flatMap(ProviderToken::identity).map(it -> new ProviderNames.ProviderUser(it, identity.getPrincipal().getName(),
                administratorRole.filter(identity::hasRole).isPresent()));
        if (user.isEmpty()) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return names.bindableName(user.get()).map(it -> context.runBlocking(() -> toActor(identity, token.get(), user.get(),
                        names.bind(user.get(), it))))
                .orElseGet(() -> Uni.createFrom().item(() -> toActor(identity, token.get(), user.get(), names.nameOf(user.get()))));
    }

    /** Keeps the provider's tokens, which are needed to end the session there. */
    private SecurityIdentity toActor(SecurityIdentity identity, ProviderToken token, ProviderNames.ProviderUser user, String name) {
        var session = new ProviderSession(token.id(), token.expiresAt());
        return ActorIdentities.builderFor(credentials.toOidcActor(name, user.administrator()), () -> credentials.isActive(session))
                .addCredentials(identity.getCredentials()).addAttributes(identity.getAttributes())
                .addAttribute(ActorIdentities.PROVIDER_SESSION, session).build();
    }
}
