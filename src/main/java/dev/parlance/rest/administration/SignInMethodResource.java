package dev.parlance.rest.administration;

import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.SmallBody;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.AccessSnapshot;
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

/** The resource that tells a sign-in page what to offer. */
@SmallBody
@Path("/v1/session/methods")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class SignInMethodResource {
    private final OidcProvider provider;
    private final AccessRegistry registry;

    SignInMethodResource(OidcProvider provider, AccessRegistry registry) {
        this.provider = provider;
        this.registry = registry;
    }

    @Schema(name = "SignInMethods", description = "Local accounts can always sign in with their password.")
    record SignInMethods(@Schema(description = "Whether GET /v1/session/provider signs in with an OpenID provider") boolean provider,
                         @Schema(description = "Whether there is no administrator yet, so that POST /v1/first-administrator creates one")
                         boolean firstAdministrator) {
        static SignInMethods of(boolean provider, AccessSnapshot access) {
            // Without data about accounts it is unknown whether there is an administrator.
            return new SignInMethods(provider, access.isLoaded() && !access.hasAdministrator());
        }
    }

    @GET
    @AllowedCallers(AllowedCallers.CallerGroup.ANYONE)
    @Operation(operationId = "getSignInMethods", summary = "Returns how people can sign in to the service.")
    public RestResponse<SignInMethods> get() {
        return ResponseBuilder.ok(SignInMethods.of(provider.isConfigured(), registry.snapshot()), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE).build();
    }
}
