package dev.parlance.rest.administration;

import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.SmallBody;
import dev.parlance.security.authentication.OidcProvider;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource for signing in with a browser at the OpenID provider. It answers 404 if no provider is configured. */
@SmallBody
@Path("/v1/session/provider")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class ProviderResource {
    /** The page of the editor that opens the page for which people signed in. */
    private static final String NEXT_PAGE = "/app/sign-in";

    private final OidcProvider provider;

    ProviderResource(OidcProvider provider) {
        this.provider = provider;
    }

    /**
     * Starts or completes the sign-in.
     *
     * <p>Quarkus reads the provider's parameters (RFC 6749, 4.1.2; RFC 9207). They are declared here because undeclared query
     * parameters are rejected.
     */
    @GET
    @AllowedCallers(AllowedCallers.CallerGroup.ANYONE)
    @Operation(operationId = "signInWithProvider",
            summary = "Signs in with the OpenID provider. The browser is redirected to the provider, back here, and then to the editor.")
    @APIResponse(responseCode = "302", description = "Redirect to the provider")
    @APIResponse(responseCode = "303", description = "Signed in, with an HttpOnly session cookie")
    public Uni<RestResponse<Void>> signIn(@Context RoutingContext context,
            @Parameter(hidden = true) @RestQuery @Nullable String code, @Parameter(hidden = true) @RestQuery @Nullable String state,
            @Parameter(hidden = true) @RestQuery("session_state") @Nullable String session_state,
                    @Parameter(hidden = true) @RestQuery @Nullable String iss,
            @Parameter(hidden = true) @RestQuery @Nullable String error,
            @Parameter(hidden = true) @RestQuery("error_description") @Nullable String error_description) {
        if (!provider.isConfigured()) {
            throw ProblemType.NOT_FOUND.with(context.request().path());
        }
        if (error != null) {
            throw ProblemType.SIGN_IN_FAILED.with();
        }
        return provider.signIn(context).map(redirect -> redirect
                .map(it -> ResponseBuilder.<Void>create(RestResponse.Status.FOUND).header(HttpHeaders.LOCATION, it))
                .orElseGet(() -> ResponseBuilder.<Void>create(RestResponse.Status.SEE_OTHER).header(HttpHeaders.LOCATION, NEXT_PAGE))
                .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE).build());
    }
}
