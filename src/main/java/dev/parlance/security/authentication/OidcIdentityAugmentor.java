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
    private final Credentials credentials;
    private final Optional<String> administrators;

    OidcIdentityAugmentor(Credentials credentials, @ConfigProperty(name = "parlance.oidc.administrator-role") Optional<String> administrators) {
        this.credentials = credentials;
        this.administrators = administrators.filter(it -> !it.isBlank());
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !ActorIdentities.actor(identity).anonymous()) {
            return Uni.createFrom().item(identity);
        }
        boolean rules = administrators.filter(identity::hasRole).isPresent();
        var actor = credentials.externalActor(identity.getPrincipal().getName(), rules);
        // With the provider's token, by which a session there is ended.
        return Uni.createFrom().item(ActorIdentities.builder(actor).addCredentials(identity.getCredentials()).addAttributes(identity.getAttributes()).build());
    }
}
