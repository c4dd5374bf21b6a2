package dev.parlance.rest.administration;

import dev.parlance.audit.AuditAction;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.SmallBody;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.JsonFields;
import dev.parlance.rest.input.MergePatch;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.VersionPrecondition;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.PersonName;
import dev.parlance.security.accounts.Account;
import dev.parlance.security.accounts.EditAccounts;
import dev.parlance.security.accounts.PasswordHasher;
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

/** The resource of local accounts with a password. Accounts are disabled, not deleted, because the history refers to them. */
@SmallBody
@Path("/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class AccountResource {
    private static final int DEFAULT_PAGE_SIZE = 100;
    private static final int MAX_PAGE_SIZE = 500;
    static final int MAX_NAME_LENGTH = 200;
    static final String PASSWORD_RULES = "At least " + PasswordHasher.MIN_LENGTH + " characters, at most " + PasswordHasher.MAX_BYTES
            + " bytes of UTF-8";

    private final EditAccounts accounts;
    private final CurrentCaller caller;
    private final RequestAudit audit;

    AccountResource(EditAccounts accounts, CurrentCaller caller, RequestAudit audit) {
        this.accounts = accounts;
        this.caller = caller;
        this.audit = audit;
    }

    @Schema(name = "Account")
    record AccountView(@Schema(examples = "anna") String name, String displayName,
                       @Schema(description = "Administrator of the whole service") boolean administrator, boolean disabled,
                       @Schema(description = "RFC 3339, UTC") String createdAt,
                       @Schema(description = "Incremented by each change; the ETag") int version) {
        static AccountView of(Account it) {
            return new AccountView(it.name(), it.displayName(), it.administrator(), it.disabled(), it.createdAt().toString(), it.version());
        }
    }

    @Schema(name = "Accounts")
    record AccountList(@Schema(description = "Sorted by name") List<AccountView> accounts,
                       @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<AccountView> COLUMNS = TableColumns.of(AccountView.class)
                .column("name", AccountView::name).column("administrator", AccountView::administrator)
                .column("disabled", AccountView::disabled).column("createdAt", AccountView::createdAt)
                .column("version", AccountView::version).column("displayName", AccountView::displayName);

        @Override
        public Table toTable() {
            return COLUMNS.table(accounts, next);
        }
    }

    @Schema(name = "AccountRequest", requiredProperties = {"name", "displayName", "password"})
    record AccountRequest(@Schema(description = "Allowed characters: a–z 0–9 . _ @ -; cannot be changed") @Nullable String name,
                  @Schema(maxLength = MAX_NAME_LENGTH) @Nullable String displayName,
                  @Schema(description = PASSWORD_RULES) @Nullable String password, @Nullable Boolean administrator) {
        EditAccounts.CreateAccountCommand toCommand() {
            return AccountResource.toCommand(name, displayName, password, administrator == Boolean.TRUE);
        }

        /** Omits the password, because exceptions print records. */
        @Override
        public String toString() {
            return String.valueOf(name);
        }
    }

    @Schema(name = "AccountChange", description = "Omitted members stay unchanged")
    record AccountPatch(@Schema(maxLength = MAX_NAME_LENGTH) @Nullable String displayName, @Nullable Boolean administrator,
                  @Schema(description = "Disabling an account ends its sessions") @Nullable Boolean disabled,
                  @Schema(description = PASSWORD_RULES) @Nullable String password) {
        EditAccounts.UpdateAccountCommand toCommand() {
            return new EditAccounts.UpdateAccountCommand(Optional.ofNullable(displayName)
                    .map(it -> JsonFields.requireText("/displayName", it, MAX_NAME_LENGTH)),
                    Optional.ofNullable(administrator), Optional.ofNullable(disabled), Optional.ofNullable(password));
        }

        /** Omits the password, because exceptions print records. */
        @Override
        public String toString() {
            return String.valueOf(displayName);
        }
    }

    @GET
    @AllowedCallers(AllowedCallers.CallerGroup.ADMINISTRATORS)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listAccounts", summary = "Lists all accounts.")
    public RestResponse<AccountList> list(
            @Parameter(description = "Page size: 1–500, 100 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        var query = List.of("accounts");
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var page = Page.of(accounts.page(Cursor.decode(cursor, query).orElse(""), pageSize + 1), pageSize, Account::name, query);
        return ResponseBuilder.ok(new AccountList(page.items(AccountView::of), page.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowedCallers(AllowedCallers.CallerGroup.ADMINISTRATORS)
    @Operation(operationId = "createAccount", summary = "Creates an account.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AccountRequest.class)))
    @APIResponse(responseCode = "201", description = "Created", content = @Content(schema = @Schema(implementation = AccountView.class)))
    public RestResponse<AccountView> create(byte[] body) {
        var created = accounts.create(JsonBody.read(body, AccountRequest.class, "").toCommand(), caller.actor());
        audit.record(AuditAction.ACCOUNT_CREATED, accountAttributes(created));
        return createdResponse(created);
    }

    @GET
    @Path("{name}")
    @AllowedCallers(AllowedCallers.CallerGroup.ADMINISTRATORS)
    @Operation(operationId = "getAccount", summary = "Returns an account, with the ETag required to change it.")
    public RestResponse<AccountView> get(String name) {
        return toResponse(accounts.get(new PersonName(name)));
    }

    @PATCH
    @Path("{name}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @AllowedCallers(AllowedCallers.CallerGroup.ADMINISTRATORS)
    @Operation(operationId = "updateAccount",
            summary = "Updates an account by a JSON Merge Patch (RFC 7396). The last administrator cannot be demoted or disabled.")
    @RequestBody(required = true,
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = AccountPatch.class)))
    public RestResponse<AccountView> update(String name, byte[] body,
            @Parameter(description = "ETag of the account as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var change = JsonBody.read(body, AccountPatch.class, "").toCommand();
        int expectedVersion = VersionPrecondition.requireVersion(ifMatch);
        var updated = accounts.update(new PersonName(name), change, expectedVersion, caller.actor());
        audit.record(actionOf(change), accountAttributes(updated));
        if (change.password().isPresent()) {
            audit.record(AuditAction.PASSWORD_CHANGED, "account", name);
        }
        return toResponse(updated);
    }

    private static AuditAction actionOf(EditAccounts.UpdateAccountCommand change) {
        return change.disabled().map(it -> it ? AuditAction.ACCOUNT_DISABLED : AuditAction.ACCOUNT_ENABLED)
                .orElse(AuditAction.ACCOUNT_CHANGED);
    }

    static String[] accountAttributes(Account account) {
        return new String[] {"account", account.name(), "administrator", Boolean.toString(account.administrator()), "disabled",
            Boolean.toString(account.disabled())};
    }

    static EditAccounts.CreateAccountCommand toCommand(@Nullable String name, @Nullable String displayName, @Nullable String password,
            boolean administrator) {
        if (name == null) {
            throw ProblemType.INVALID_FIELD.with("/name", "missing");
        }
        return new EditAccounts.CreateAccountCommand(new PersonName(name),
                JsonFields.requireText("/displayName", displayName, MAX_NAME_LENGTH),
                JsonFields.requireSecret("/password", password), administrator);
    }

    static RestResponse<AccountView> createdResponse(Account account) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, AccountView.of(account)).type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/accounts/" + account.name())
                .tag(Integer.toString(account.version()))
                .header(HttpHeaders.CACHE_CONTROL, CacheHeaders.NO_STORE).build();
    }

    private static RestResponse<AccountView> toResponse(Account account) {
        return ResponseBuilder.ok(AccountView.of(account), MediaType.APPLICATION_JSON_TYPE).tag(Integer.toString(account.version()))
                .build();
    }
}
