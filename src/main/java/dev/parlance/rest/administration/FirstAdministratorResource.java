package dev.parlance.rest.administration;

import dev.parlance.audit.AuditAction;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.http.CsrfProtection;
import dev.parlance.rest.http.SmallBody;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.JsonFields;
import dev.parlance.security.accounts.CreateFirstAdministrator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The resource that creates the first administrator. It rejects all requests once there is an administrator. */
@SmallBody
@Path("/v1/first-administrator")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class FirstAdministratorResource {
    private final CreateFirstAdministrator createFirstAdministrator;
    private final RequestAudit audit;

    FirstAdministratorResource(CreateFirstAdministrator createFirstAdministrator, RequestAudit audit) {
        this.createFirstAdministrator = createFirstAdministrator;
        this.audit = audit;
    }

    @Schema(name = "FirstAdministratorRequest", requiredProperties = {"token", "name", "displayName", "password"})
    record FirstAdministratorRequest(@Schema(description = "Setup token from the log; valid once, for one hour") @Nullable String token,
                  @Nullable String name, @Schema(maxLength = AccountResource.MAX_NAME_LENGTH) @Nullable String displayName,
                  @Schema(description = AccountResource.PASSWORD_RULES) @Nullable String password) {
        /** Omits the token and the password, because exceptions print records. */
        @Override
        public String toString() {
            return String.valueOf(name);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowedCallers(AllowedCallers.CallerGroup.ANYONE)
    @Operation(operationId = "createFirstAdministrator", summary = "Creates the account of the first administrator.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = FirstAdministratorRequest.class)))
    @APIResponse(responseCode = "201", description = "Created",
            content = @Content(schema = @Schema(implementation = AccountResource.AccountView.class)))
    public RestResponse<AccountResource.AccountView> create(byte[] body, HttpHeaders headers) {
        CsrfProtection.rejectCrossSitePages(headers);
        var request = JsonBody.read(body, FirstAdministratorRequest.class, "");
        var token = JsonFields.requireSecret("/token", request.token());
        var command = AccountResource.toCommand(request.name(), request.displayName(), request.password(), true);
        var created = createFirstAdministrator.create(token, command);
        audit.record(AuditAction.ACCOUNT_CREATED, AccountResource.accountAttributes(created));
        return AccountResource.createdResponse(created);
    }
}
