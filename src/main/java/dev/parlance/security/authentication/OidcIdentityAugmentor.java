package dev.parlance.security.authentication;

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
 * <p>Quarkus verifies the tokens. One configured role of the provider makes its users administrators; permissions in a catalog
 * come from our own members.
 */
@ApplicationScoped
class OidcIdentityAugmentor implements SecurityIdentityAugmentor {
    private final CredentialVerifier credentials;
    private final Optional<String> administratorRole;

    OidcIdentityAugmentor(CredentialVerifier credentials,
            @ConfigProperty(name = "parlance.oidc.administrator-role") Optional<String> administratorRole) {
        this.credentials = credentials;
        this.administratorRole = administratorRole.filter(it -> !it.isBlank());
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !ActorIdentities.actorOf(identity).isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        boolean administrator = administratorRole.filter(identity::hasRole).isPresent();
        var actor = credentials.toOidcActor(identity.getPrincipal().getName(), administrator);
        // Keeps the provider's tokens, which are needed to end the session there.
        return Uni.createFrom().item(ActorIdentities.builderFor(actor).addCredentials(identity.getCredentials()).addAttributes(identity.getAttributes()).build());
    }
}
