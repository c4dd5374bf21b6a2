package dev.parlance.rest.administration;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.Admits;
import dev.parlance.rest.access.Caller;
import dev.parlance.rest.http.Caching;
import dev.parlance.rest.http.Origins;
import dev.parlance.rest.input.Fields;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.security.Actor;
import dev.parlance.security.Grant;
import dev.parlance.security.Permission;
import dev.parlance.security.PersonName;
import dev.parlance.security.accounts.EditAccounts;
import dev.parlance.security.authentication.LocalAuthentication;
import dev.parlance.security.authentication.OidcLogin;
import dev.parlance.security.authentication.PasswordLogin;
import dev.parlance.security.authentication.SessionTokens;
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
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Signing in with a password, signing out, and who one is. */
@Path("/v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class SessionResource {
    private final PasswordLogin signIn;
    private final EditAccounts accounts;
    private final Caller caller;
    private final boolean secure;

    SessionResource(PasswordLogin signIn, EditAccounts accounts, Caller caller, @ConfigProperty(name = "parlance.session.secure") boolean secure) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.caller = caller;
        this.secure = secure;
    }

    @Schema(name = "SessionRequest", requiredProperties = {"name", "password"})
    record SigningIn(@Nullable String name, @Nullable String password) {
        /** Without the password: failures print records. */
        @Override
        public String toString() {
            return String.valueOf(name);
        }
    }

    @Schema(name = "PasswordChange", requiredProperties = {"password", "newPassword"})
    record NewPassword(@Schema(description = "The one that holds until now") @Nullable String password,
                       @Schema(description = AccountResource.PASSWORD_RULES) @Nullable String newPassword) {
        @Override
        public String toString() {
            return "";
        }
    }

    @Schema(name = "Session")
    record WhoView(@Schema(description = "As history names you") String name, @Schema(enumeration = {"operator", "key", "person"}) String kind,
                   @Schema(description = "Of the whole service: everything is allowed, in catalogs that are not named here too") boolean administrator,
                   @Schema(description = "Where you are allowed anything") List<AllowedView> catalogs) {
        static WhoView of(Actor actor) {
            return new WhoView(actor.name(), actor.kind().name().toLowerCase(Locale.ROOT), actor.administrator(),
                    actor.sortedGrants().entrySet().stream().map(it -> AllowedView.of(it.getKey(), it.getValue())).toList());
        }
    }

    @Schema(name = "Allowed")
    record AllowedView(String catalog, @Schema(examples = "read-draft") List<String> permissions,
                       @Schema(description = "In which texts may be changed (BCP 47); all where none is named") List<String> locales) {
        static AllowedView of(String catalog, Grant grant) {
            return new AllowedView(catalog, grant.permissions().stream().sorted().map(AllowedView::label).toList(),
                    grant.locales().locales().stream().map(LocaleTag::value).toList());
        }

        private static String label(Permission permission) {
            return permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @GET
    @Admits(Admits.Whom.KNOWN)
    @Operation(operationId = "getSession", summary = "Who you are, and what you may in which catalog")
    public RestResponse<WhoView> get() {
        return ResponseBuilder.ok(WhoView.of(caller.actor()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Admits(Admits.Whom.EVERYBODY)
    @Operation(operationId = "signIn", summary = "Begins a session of 12 hours, in a cookie that no script can read")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SigningIn.class)))
    @APIResponse(responseCode = "204", description = "Signed in")
    public RestResponse<Void> begin(byte[] body, HttpHeaders headers, HttpServerRequest request) {
        Origins.refuseForeignPages(headers);
        var who = JsonBody.read(body, SigningIn.class, "");
        var session = signIn.signIn(Fields.secret("/name", who.name()), Fields.secret("/password", who.password()), address(request));
        return ResponseBuilder.<Void>noContent().cookie(cookie(LocalAuthentication.COOKIE, session, (int) SessionTokens.LONGEST.toSeconds()))
                .header(HttpHeaders.CACHE_CONTROL, Caching.NEVER).build();
    }

    @DELETE
    @Admits(Admits.Whom.EVERYBODY_BY_NAME)
    @Operation(operationId = "signOut", summary = "Ends the session: at once here, within 5 seconds everywhere")
    @APIResponse(responseCode = "204", description = "Nobody is signed in")
    public RestResponse<Void> end(@RestCookie(LocalAuthentication.COOKIE) @Nullable String session, HttpHeaders headers) {
        if (session != null) {
            signIn.signOut(session);
        }
        var answer = ResponseBuilder.<Void>noContent().cookie(cookie(LocalAuthentication.COOKIE, "", 0)).header(HttpHeaders.CACHE_CONTROL, Caching.NEVER);
        headers.getCookies().keySet().stream().filter(it -> it.startsWith(OidcLogin.COOKIES)).forEach(it -> answer.cookie(cookie(it, "", 0)));
        return answer.build();
    }

    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Admits(Admits.Whom.KNOWN)
    @Operation(operationId = "changePassword", summary = "Changes one's own password; all one's sessions end")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewPassword.class)))
    @APIResponse(responseCode = "204", description = "Changed")
    public RestResponse<Void> changePassword(byte[] body, HttpServerRequest request) {
        var wanted = JsonBody.read(body, NewPassword.class, "");
        var actor = caller.actor();
        if (actor.kind() != Actor.Kind.PERSON || !new PersonName(actor.name()).local()) {
            throw ProblemType.NOT_PERMITTED.with();
        }
        var next = Fields.secret("/newPassword", wanted.newPassword());
        signIn.verifyPassword(actor.name(), Fields.secret("/password", wanted.password()), address(request));
        accounts.changePassword(new PersonName(actor.name()), next);
        return RestResponse.noContent();
    }

    private static String address(HttpServerRequest request) {
        return request.remoteAddress() == null ? "" : String.valueOf(request.remoteAddress().hostAddress());
    }

    private NewCookie cookie(String name, String value, int seconds) {
        return new NewCookie.Builder(name).value(value).path("/").maxAge(seconds)
                .httpOnly(true).secure(secure).sameSite(NewCookie.SameSite.STRICT).build();
    }
}
