package dev.parlance.rest.administration;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parlance.audit.AuditAction;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.http.SmallBody;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.DateFields;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.JsonFields;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.Actor;
import dev.parlance.security.PersonName;
import dev.parlance.security.Scope;
import dev.parlance.security.accounts.EditTokens;
import dev.parlance.security.accounts.PersonalToken;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource of the caller's own personal tokens. Only a session of an account can use it, so a leaked token makes no others. */
@SmallBody
@Path("/v1/session/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class TokenResource {
    private static final int DEFAULT_PAGE_SIZE = 100;
    private static final int MAX_PAGE_SIZE = 500;
    private static final int MAX_NAME_LENGTH = 200;

    private final EditTokens tokens;
    private final CurrentCaller caller;
    private final RequestAudit audit;

    TokenResource(EditTokens tokens, CurrentCaller caller, RequestAudit audit) {
        this.tokens = tokens;
        this.caller = caller;
        this.audit = audit;
    }

    @Schema(name = "Token")
    record TokenView(@Schema(description = "Public part of the token") String id, String name, List<String> scopes,
                     @Schema(description = "RFC 3339, UTC") String createdAt, String expiresAt, @Nullable String revokedAt,
                     @Schema(description = "Accurate to the minute; absent if the token was never used") @Nullable String lastUsedAt) {
        static TokenView of(PersonalToken it) {
            return new TokenView(it.id(), it.name(), it.scopes().stream().map(Scope::label).toList(), it.createdAt().toString(),
                    it.expiresAt().toString(), it.revokedAt().map(Instant::toString).orElse(null),
                    it.lastUsedAt().map(Instant::toString).orElse(null));
        }
    }

    @Schema(name = "NewToken")
    record NewTokenView(@JsonUnwrapped TokenView view,
                        @Schema(description = "The token, for the header Authorization: Bearer …; shown only once") String token) {
        /** Omits the token, because exceptions print records. */
        @Override
        public String toString() {
            return view.id();
        }
    }

    @Schema(name = "Tokens")
    record TokenList(@Schema(description = "Sorted by id") List<TokenView> tokens,
                     @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<TokenView> COLUMNS = TableColumns.of(TokenView.class).column("id", TokenView::id)
                .column("scopes", TokenView::scopes).column("createdAt", TokenView::createdAt)
                .column("expiresAt", TokenView::expiresAt).column("revokedAt", TokenView::revokedAt)
                .column("lastUsedAt", TokenView::lastUsedAt).column("name", TokenView::name);

        @Override
        public Table toTable() {
            return COLUMNS.table(tokens, next);
        }
    }

    @Schema(name = "TokenRequest", requiredProperties = {"name", "scopes", "expiresAt"})
    record TokenRequest(@Schema(maxLength = MAX_NAME_LENGTH, examples = "Laptop") @Nullable String name,
                        @Schema(enumeration = {"read", "import", "translate", "publish", "admin"}) @Nullable List<String> scopes,
                        @Schema(description = "RFC 3339, at most 366 days from now", examples = "2026-12-31T23:59:59Z")
                        @Nullable String expiresAt) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowedCallers(AllowedCallers.CallerGroup.AUTHENTICATED)
    @Operation(operationId = "createToken",
            summary = "Creates a personal token for the caller. Only this response contains the token itself.",
            description = "The token has the caller's permissions at the time of use, limited to its scopes.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TokenRequest.class)))
    @APIResponse(responseCode = "201", description = "Created", content = @Content(schema = @Schema(implementation = NewTokenView.class)))
    public RestResponse<NewTokenView> create(byte[] body) {
        var person = requireSession(caller.actor());
        var request = JsonBody.read(body, TokenRequest.class, "");
        var expiresAt = DateFields.parseTime("/expiresAt", JsonFields.requireSecret("/expiresAt", request.expiresAt()));
        var created = tokens.create(new PersonalToken.CreateTokenCommand(person,
                JsonFields.requireText("/name", request.name(), MAX_NAME_LENGTH), KeyResource.parseScopes(request.scopes()), expiresAt));
        var scopes = created.token().scopes().stream().map(Scope::label).collect(Collectors.joining(","));
        audit.record(AuditAction.TOKEN_CREATED, "account", person.value(), "token", created.token().id(), "scopes", scopes);
        return ResponseBuilder.create(RestResponse.Status.CREATED,
                new NewTokenView(TokenView.of(created.token()), created.text().token())).type(MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @AllowedCallers(AllowedCallers.CallerGroup.AUTHENTICATED)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listTokens",
            summary = "Lists the caller's personal tokens, including revoked and expired ones, without their secrets.")
    public RestResponse<TokenList> list(
            @Parameter(description = "Page size: 1–500, 100 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        return page(tokens, requireSession(caller.actor()), limit, cursor);
    }

    @DELETE
    @Path("{token}")
    @AllowedCallers(AllowedCallers.CallerGroup.AUTHENTICATED)
    @Operation(operationId = "revokeToken",
            summary = "Revokes a personal token of the caller. Takes effect at once on this replica, within 5 seconds on all others.")
    @APIResponse(responseCode = "204", description = "Revoked, now or earlier")
    public RestResponse<Void> revoke(String token) {
        var person = requireSession(caller.actor());
        tokens.revoke(person, token, caller.actor());
        audit.record(AuditAction.TOKEN_REVOKED, "account", person.value(), "token", token);
        return RestResponse.noContent();
    }

    static RestResponse<TokenList> page(EditTokens tokens, PersonName person, @Nullable String limit, @Nullable String cursor) {
        var query = List.of("tokens", person.value());
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var page = Page.of(tokens.page(person, Cursor.decode(cursor, query).orElse(""), pageSize + 1), pageSize, PersonalToken::id, query);
        return ResponseBuilder.ok(new TokenList(page.items(TokenView::of), page.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    /**
     * Returns the account of a caller with a session.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#SESSION_REQUIRED}
     */
    static PersonName requireSession(Actor actor) {
        if (actor.kind() != Actor.Kind.PERSON || !new PersonName(actor.name()).isLocal()) {
            throw ProblemType.SESSION_REQUIRED.with();
        }
        return new PersonName(actor.name());
    }
}
