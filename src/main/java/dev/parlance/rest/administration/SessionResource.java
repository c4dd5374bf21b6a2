package dev.parlance.rest.administration;

import dev.parlance.audit.AuditAction;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.CsrfProtection;
import dev.parlance.rest.http.SmallBody;
import dev.parlance.rest.input.Cursor;
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
import dev.parlance.security.Grant;
import dev.parlance.security.Permission;
import dev.parlance.security.accounts.EditAccounts;
import dev.parlance.security.authentication.LocalAuthentication;
import dev.parlance.security.authentication.OidcProvider;
import dev.parlance.security.authentication.PasswordLogin;
import dev.parlance.security.authentication.SessionTokens;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource of the caller's session: sign-in with a password, sign-out, own permissions. */
@SmallBody
@Path("/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class SessionResource {
    /** Proves at the next sign-in that this browser has signed in before. */
    private static final String DEVICE_COOKIE = "parlance-device";
    private static final int MAX_PAGE_SIZE = 500;

    private final PasswordLogin signIn;
    private final EditAccounts accounts;
    private final CurrentCaller caller;
    private final RequestAudit audit;
    private final boolean secure;

    SessionResource(PasswordLogin signIn, EditAccounts accounts, CurrentCaller caller, RequestAudit audit,
            @ConfigProperty(name = "parlance.session.secure") boolean secure) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.caller = caller;
        this.audit = audit;
        this.secure = secure;
    }

    @Schema(name = "SessionRequest", requiredProperties = {"name", "password"})
    record SessionRequest(@Nullable String name, @Nullable String password) {
        /** Omits the password, because exceptions print records. */
        @Override
        public String toString() {
            return String.valueOf(name);
        }
    }

    @Schema(name = "PasswordChange", requiredProperties = {"password", "newPassword"})
    record PasswordChange(@Schema(description = "Current password") @Nullable String password,
                       @Schema(description = AccountResource.PASSWORD_RULES) @Nullable String newPassword) {
        /** Omits both passwords, because exceptions print records. */
        @Override
        public String toString() {
            return "";
        }
    }

    @Schema(name = "Session")
    record SessionView(@Schema(description = "Name of the caller in the history") String name,
                   @Schema(enumeration = {"operator", "key", "person", "token"}) String kind,
                   @Schema(description = "Administrator of the whole service, with all permissions in all catalogs") boolean administrator,
                   @Schema(description = "Permissions by catalog, sorted by its name") List<CatalogAccessView> catalogs,
                   @Schema(description = "Cursor of the next page of catalogs; absent on the last page") @Nullable String next)
            implements Tabular {
        private static final TableColumns<CatalogAccessView> COLUMNS = TableColumns.of(CatalogAccessView.class)
                .column("catalog", CatalogAccessView::catalog).column("permissions", CatalogAccessView::permissions)
                .column("locales", CatalogAccessView::locales);

        @Override
        public Table toTable() {
            return COLUMNS.table(catalogs, next);
        }

        static SessionView of(Actor actor, Page<CatalogAccessView> page) {
            return new SessionView(actor.name(), actor.kind().name().toLowerCase(Locale.ROOT), actor.administrator(), page.items(),
                    page.next());
        }
    }

    @Schema(name = "Allowed")
    record CatalogAccessView(String catalog, @Schema(examples = "[\"read-draft\"]") List<String> permissions,
                       @Schema(description = "Locales whose texts may be changed (BCP 47); all if empty") List<String> locales) {
        static CatalogAccessView of(String catalog, Grant grant) {
            return new CatalogAccessView(catalog, grant.permissions().stream().sorted().map(CatalogAccessView::toLabel).toList(),
                    grant.locales().locales().stream().map(LocaleTag::value).toList());
        }

        private static String toLabel(Permission permission) {
            return permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @GET
    @AllowedCallers(AllowedCallers.CallerGroup.AUTHENTICATED)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "getSession", summary = "Returns the caller and their permissions by catalog.")
    public RestResponse<SessionView> get(
            @Parameter(description = "Page size of the catalogs: 1–500, 500 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(MAX_PAGE_SIZE);
        var cursorQuery = List.of("session");
        var after = Cursor.decode(cursor, cursorQuery).orElse("");
        var actor = caller.actor();
        var grants = actor.sortedGrants().entrySet().stream().filter(it -> it.getKey().compareTo(after) > 0).limit(pageSize + 1).toList();
        var page = Page.of(grants, pageSize, it -> CatalogAccessView.of(it.getKey(), it.getValue()), Map.Entry::getKey, cursorQuery);
        return ResponseBuilder.ok(SessionView.of(actor, page), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowedCallers(AllowedCallers.CallerGroup.ANYONE)
    @Operation(operationId = "signIn", summary = "Starts a session of 12 hours, in an HttpOnly cookie.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SessionRequest.class)))
    @APIResponse(responseCode = "204", description = "Signed in")
    public Uni<RestResponse<Void>> signIn(byte[] body, HttpHeaders headers, HttpServerRequest request,
            @RestCookie(DEVICE_COOKIE) @Nullable String deviceToken) {
        CsrfProtection.rejectCrossSitePages(headers);
        var credentials = JsonBody.read(body, SessionRequest.class, "");
        var name = JsonFields.requireSecret("/name", credentials.name());
        var password = JsonFields.requireSecret("/password", credentials.password());
        var origin = audit.origin();
        return Uni.createFrom().completionStage(() -> signIn.startSession(name, password, clientOf(request, deviceToken)))
                .onFailure(ProblemException.class).invoke(it -> recordFailure(origin, name, (ProblemException) it))
                .invoke(() -> origin.record(AuditAction.SIGNED_IN, "account", name))
                .map(it -> ResponseBuilder.<Void>noContent()
                        .cookie(createCookie(LocalAuthentication.SESSION_COOKIE, it.sessionToken(), SessionTokens.LIFETIME))
                        .cookie(createCookie(DEVICE_COOKIE, it.deviceToken(), SessionTokens.DEVICE_LIFETIME))
                        .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE).build());
    }

    @DELETE
    @AllowedCallers(AllowedCallers.CallerGroup.OPTIONALLY_AUTHENTICATED)
    @Operation(operationId = "signOut", summary = "Ends the session. Takes effect at once on this replica, within 5 seconds on all others.")
    @APIResponse(responseCode = "204", description = "Signed out, or there was no session")
    public RestResponse<Void> signOut(@RestCookie(LocalAuthentication.SESSION_COOKIE) @Nullable String sessionToken, HttpHeaders headers) {
        if (sessionToken != null) {
            signIn.endSession(sessionToken);
        }
        caller.providerSession().ifPresent(signIn::endSession);
        var response = ResponseBuilder.<Void>noContent().cookie(createCookie(LocalAuthentication.SESSION_COOKIE, "", Duration.ZERO))
                .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE);
        headers.getCookies().keySet().stream().filter(it -> it.startsWith(OidcProvider.COOKIE_PREFIX))
                .forEach(it -> response.cookie(createCookie(it, "", Duration.ZERO)));
        return response.build();
    }

    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowedCallers(AllowedCallers.CallerGroup.AUTHENTICATED)
    @Operation(operationId = "changePassword", summary = "Changes the caller's password and ends all their sessions.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PasswordChange.class)))
    @APIResponse(responseCode = "204", description = "Updated")
    public Uni<RestResponse<Void>> changePassword(byte[] body, HttpServerRequest request,
            @RestCookie(DEVICE_COOKIE) @Nullable String deviceToken) {
        var change = JsonBody.read(body, PasswordChange.class, "");
        var actor = caller.actor();
        var person = TokenResource.requireSession(actor);
        var newPassword = JsonFields.requireSecret("/newPassword", change.newPassword());
        var password = JsonFields.requireSecret("/password", change.password());
        var origin = audit.origin();
        return Uni.createFrom().completionStage(() -> signIn.verifyPassword(actor.name(), password, clientOf(request, deviceToken)))
                .onFailure(ProblemException.class).invoke(it -> recordFailure(origin, actor.name(), (ProblemException) it))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(it -> {
                    accounts.changePassword(person, newPassword);
                    origin.record(AuditAction.PASSWORD_CHANGED, "account", actor.name());
                    return RestResponse.noContent();
                });
    }

    /**
     * Records a wrong password or an unknown name.
     *
     * <p>Omits names without an account, because people sometimes type their password there. Attempts that the throttle or the queue
     * rejects are not recorded: they are cheap, so a flood of them would fill the log.
     */
    private void recordFailure(RequestAudit.Origin origin, String name, ProblemException problem) {
        if (problem.type() == ProblemType.SIGN_IN_FAILED) {
            origin.record(AuditAction.SIGN_IN_FAILED, "account", signIn.isAccount(name) ? name : "unknown");
        }
    }

    /** The address is that of the connection, unless Quarkus is configured to trust a proxy. */
    private static PasswordLogin.LoginClient clientOf(HttpServerRequest request, @Nullable String deviceToken) {
        return new PasswordLogin.LoginClient(RequestAudit.addressOf(request), Optional.ofNullable(deviceToken));
    }

    private NewCookie createCookie(String name, String value, Duration lifetime) {
        return new NewCookie.Builder(name).value(value).path("/").maxAge((int) lifetime.toSeconds())
                .httpOnly(true).secure(secure).sameSite(NewCookie.SameSite.STRICT).build();
    }
}
