package dev.parlance.security.authentication;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * People for whom an OpenID provider vouches: which token is right is Quarkus' affair, who that is and what he may is ours.
 * A provider says who rules the service, by one role that is configured; what somebody may in a catalog is in our own table.
 */
@ApplicationScoped
class OidcIdentityAugmentor implements SecurityIdentityAugmentor {
    private final CredentialVerifier credentials;
    private final Optional<String> administratorRole;

    OidcIdentityAugmentor(CredentialVerifier credentials, @ConfigProperty(name = "parlance.oidc.administrator-role") Optional<String> administratorRole) {
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
        // With the provider's token, by which a session there is ended.
        return Uni.createFrom().item(ActorIdentities.builderFor(actor).addCredentials(identity.getCredentials()).addAttributes(identity.getAttributes()).build());
    }
}
