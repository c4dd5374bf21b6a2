package dev.parlance.rest.administration;

import dev.parlance.audit.AuditAction;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.security.PersonName;
import dev.parlance.security.accounts.EditTokens;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The resource of the personal tokens of any account, for administrators. They list and revoke tokens, but cannot create them. */
@Path("/v1/accounts/{name}/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class AccountTokenResource {
    private final EditTokens tokens;
    private final CurrentCaller caller;
    private final RequestAudit audit;

    AccountTokenResource(EditTokens tokens, CurrentCaller caller, RequestAudit audit) {
        this.tokens = tokens;
        this.caller = caller;
        this.audit = audit;
    }

    @GET
    @AllowedCallers(AllowedCallers.CallerGroup.ADMINISTRATORS)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listAccountTokens", summary = "Lists the personal tokens of an account, without their secrets.")
    public RestResponse<TokenResource.TokenList> list(String name,
            @Parameter(description = "Page size: 1–500, 100 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        return TokenResource.page(tokens, new PersonName(name), limit, cursor);
    }

    @DELETE
    @Path("{token}")
    @AllowedCallers(AllowedCallers.CallerGroup.ADMINISTRATORS)
    @Operation(operationId = "revokeAccountToken",
            summary = "Revokes a personal token. Takes effect at once on this replica, within 5 seconds on all others.")
    @APIResponse(responseCode = "204", description = "Revoked, now or earlier")
    public RestResponse<Void> revoke(String name, String token) {
        tokens.revoke(new PersonName(name), token, caller.actor());
        audit.record(AuditAction.TOKEN_REVOKED, "account", name, "token", token);
        return RestResponse.noContent();
    }
}
