package dev.parlance.rest.administration;

import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.SmallBody;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.AccessSnapshot;
import dev.parlance.security.Actor;
import dev.parlance.security.authentication.OidcProvider;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The resource that tells a web page whether its visitor is signed in, and what a sign-in page offers. */
@SmallBody
@Path("/v1/session/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class SessionStatusResource {
    private final OidcProvider provider;
    private final AccessRegistry registry;
    private final CurrentCaller caller;

    SessionStatusResource(OidcProvider provider, AccessRegistry registry, CurrentCaller caller) {
        this.provider = provider;
        this.registry = registry;
        this.caller = caller;
    }

    @Schema(name = "SessionStatus", description = "Local accounts can always sign in with their password.")
    record SessionStatus(@Schema(description = "Whether the request has a valid session or other credentials") boolean signedIn,
                         @Schema(description = "Whether GET /v1/session/provider signs in with an OpenID provider") boolean provider,
                         @Schema(description = "Whether there is an account with a password") boolean accounts,
                         @Schema(description = "Whether there is no administrator yet, so that POST /v1/first-administrator creates one")
                         boolean firstAdministrator) {
        static SessionStatus of(Actor actor, boolean provider, AccessSnapshot access) {
            // Before the accounts are loaded it is unknown whether there is an administrator.
            return new SessionStatus(!actor.isAnonymous(), provider, !access.accounts().isEmpty(),
                    access.isLoaded() && !access.hasAdministrator());
        }
    }

    @GET
    @AllowedCallers(AllowedCallers.CallerGroup.OPTIONALLY_AUTHENTICATED)
    @Operation(operationId = "getSessionStatus", summary = "Returns whether the caller is signed in, and how people can sign in.")
    public RestResponse<SessionStatus> get() {
        var status = SessionStatus.of(caller.actor(), provider.isConfigured(), registry.snapshot());
        return ResponseBuilder.ok(status, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE).build();
    }
}
