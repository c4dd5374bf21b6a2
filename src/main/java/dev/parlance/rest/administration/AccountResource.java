package dev.parlance.rest.administration;

import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.Admits;
import dev.parlance.rest.http.Caching;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Fields;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.MergePatch;
import dev.parlance.rest.input.Paged;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.Precondition;
import dev.parlance.security.PersonName;
import dev.parlance.security.accounts.Account;
import dev.parlance.security.accounts.EditAccounts;
import dev.parlance.security.accounts.Passwords;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** People with a password here. Accounts are disabled, not deleted: history names them. */
@Path("/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class AccountResource {
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 500;
    static final int LONGEST_NAME = 200;
    static final String PASSWORD_RULES = "At least " + Passwords.SHORTEST + " characters, at most " + Passwords.LONGEST + " bytes of UTF-8";

    private final EditAccounts accounts;

    AccountResource(EditAccounts accounts) {
        this.accounts = accounts;
    }

    @Schema(name = "Account")
    record AccountView(@Schema(examples = "anna") String name, String displayName,
                       @Schema(description = "Of the whole service") boolean administrator, boolean disabled,
                       @Schema(description = "RFC 3339, UTC") String createdAt, @Schema(description = "Counts the changes; the ETag") int version) {
        static AccountView of(Account it) {
            return new AccountView(it.name(), it.displayName(), it.administrator(), it.disabled(), it.createdAt().toString(), it.version());
        }
    }

    @Schema(name = "Accounts")
    record AccountList(@Schema(description = "By name") List<AccountView> accounts,
                       @Schema(description = "The cursor of the next page; absent at the end") @Nullable String next) {
    }

    @Schema(name = "AccountRequest", requiredProperties = {"name", "displayName", "password"})
    record Wanted(@Schema(description = "a–z 0–9 . _ @ -; never changed") @Nullable String name,
                  @Schema(maxLength = LONGEST_NAME) @Nullable String displayName,
                  @Schema(description = PASSWORD_RULES) @Nullable String password, @Nullable Boolean administrator) {
        EditAccounts.CreateAccountCommand checked() {
            return AccountResource.checked(name, displayName, password, administrator == Boolean.TRUE);
        }

        /** Without the password: failures print records. */
        @Override
        public String toString() {
            return String.valueOf(name);
        }
    }

    @Schema(name = "AccountChange", description = "What is left out stays as it is")
    record Change(@Schema(maxLength = LONGEST_NAME) @Nullable String displayName, @Nullable Boolean administrator,
                  @Schema(description = "Who is disabled is signed out") @Nullable Boolean disabled,
                  @Schema(description = PASSWORD_RULES) @Nullable String password) {
        EditAccounts.UpdateAccountCommand checked() {
            return new EditAccounts.UpdateAccountCommand(Optional.ofNullable(displayName).map(it -> Fields.text("/displayName", it, LONGEST_NAME)),
                    Optional.ofNullable(administrator), Optional.ofNullable(disabled), Optional.ofNullable(password));
        }

        @Override
        public String toString() {
            return String.valueOf(displayName);
        }
    }

    @GET
    @Admits(Admits.Whom.ADMINISTRATORS)
    @Operation(operationId = "listAccounts", summary = "All accounts")
    public RestResponse<AccountList> list(
            @Parameter(description = "1–500, 100 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "next of the page before") @RestQuery @Nullable String cursor) {
        var query = List.of("accounts");
        int most = Parameters.integer("limit", limit, 1, LARGEST_PAGE).orElse(USUAL_PAGE);
        var page = Paged.of(accounts.page(Cursor.read(cursor, query).orElse(""), most + 1), most, Account::name, query);
        return ResponseBuilder.ok(new AccountList(page.shown(AccountView::of), page.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Admits(Admits.Whom.ADMINISTRATORS)
    @Operation(operationId = "makeAccount", summary = "A new account")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wanted.class)))
    @APIResponse(responseCode = "201", description = "Made", content = @Content(schema = @Schema(implementation = AccountView.class)))
    public RestResponse<AccountView> make(byte[] body) {
        return made(accounts.create(JsonBody.read(body, Wanted.class, "").checked()));
    }

    @GET
    @Path("{name}")
    @Admits(Admits.Whom.ADMINISTRATORS)
    @Operation(operationId = "getAccount", summary = "An account, with the ETag that changing it asks for")
    public RestResponse<AccountView> get(String name) {
        return answer(accounts.get(new PersonName(name)));
    }

    @PATCH
    @Path("{name}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Admits(Admits.Whom.ADMINISTRATORS)
    @Operation(operationId = "changeAccount", summary = "Changes an account, by a JSON Merge Patch (RFC 7396); somebody always stays administrator")
    @RequestBody(required = true, content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = Change.class)))
    public RestResponse<AccountView> change(String name, byte[] body,
            @Parameter(description = "The ETag of the account as you read it") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var change = JsonBody.read(body, Change.class, "").checked();
        int seen = Precondition.present(ifMatch);
        return answer(accounts.update(new PersonName(name), change, seen));
    }

    static EditAccounts.CreateAccountCommand checked(@Nullable String name, @Nullable String displayName, @Nullable String password, boolean administrator) {
        if (name == null) {
            throw ProblemType.INVALID_FIELD.with("/name", "missing");
        }
        return new EditAccounts.CreateAccountCommand(new PersonName(name), Fields.text("/displayName", displayName, LONGEST_NAME),
                Fields.secret("/password", password), administrator);
    }

    static RestResponse<AccountView> made(Account account) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, AccountView.of(account)).type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/accounts/" + account.name())
                .tag(Integer.toString(account.version()))
                .header(HttpHeaders.CACHE_CONTROL, Caching.NEVER).build();
    }

    private static RestResponse<AccountView> answer(Account account) {
        return ResponseBuilder.ok(AccountView.of(account), MediaType.APPLICATION_JSON_TYPE).tag(Integer.toString(account.version())).build();
    }
}
