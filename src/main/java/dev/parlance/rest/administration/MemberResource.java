package dev.parlance.rest.administration;

import dev.parlance.audit.AuditAction;
import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequestAudit;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.http.SmallBody;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.VersionPrecondition;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.AllowedLocales;
import dev.parlance.security.MemberRole;
import dev.parlance.security.Permission;
import dev.parlance.security.PersonName;
import dev.parlance.security.accounts.EditMembers;
import dev.parlance.security.accounts.Member;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

/** The resource of the members of a catalog and their roles. */
@SmallBody
@Path("/v1/catalogs/{catalog}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class MemberResource {
    private static final String ROLES = Arrays.stream(MemberRole.values()).map(MemberRole::label).collect(Collectors.joining(", "));
    private static final int DEFAULT_PAGE_SIZE = 100;
    private static final int MAX_PAGE_SIZE = 500;
    private static final int MAX_LOCALES = 100;
    private static final String CATALOG = "catalog";

    private final EditMembers members;
    private final CurrentCaller caller;
    private final RequestAudit audit;

    MemberResource(EditMembers members, CurrentCaller caller, RequestAudit audit) {
        this.members = members;
        this.caller = caller;
        this.audit = audit;
    }

    @Schema(name = "Member")
    record MemberView(@Schema(description = "Name of an account; for a user of the OpenID provider, the name that "
                      + "`getSession` returns to them, or `oidc:` and a name there", examples = "anna")
                      String person,
                      @Schema(enumeration = {"viewer", "translator", "reviewer", "manager"}) String role,
                      @Schema(description = "Locales whose texts may be changed (BCP 47); all if empty") List<String> locales,
                      @Schema(description = "Incremented by each change; the ETag") int version) {
        static MemberView of(Member it) {
            return new MemberView(it.person(), it.role().label(), it.locales().locales().stream().map(LocaleTag::value).toList(),
                    it.version());
        }
    }

    @Schema(name = "Members")
    record MemberList(@Schema(description = "Sorted by name") List<MemberView> members,
                      @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<MemberView> COLUMNS = TableColumns.of(MemberView.class)
                .column("person", MemberView::person).column("role", MemberView::role).column("version", MemberView::version)
                .column("locales", MemberView::locales);

        @Override
        public Table toTable() {
            return COLUMNS.table(members, next);
        }
    }

    @Schema(name = "MemberRequest", requiredProperties = "role")
    record MemberRequest(@Schema(enumeration = {"viewer", "translator", "reviewer", "manager"}) @Nullable String role,
                  @Schema(description = "Limits a translator or reviewer to these locales (BCP 47); "
                          + "if omitted, an existing limit is kept", maxItems = MAX_LOCALES)
                  @Nullable List<String> locales,
                  @Schema(description = "Required to add `oidc:` and a name that no member had before: the name then belongs for good to "
                          + "the first user of the OpenID provider who signs in under it")
                  @Nullable Boolean bindAtFirstSignIn) {
    }

    @GET
    @RequiresPermission(Permission.ADMINISTER)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listMembers", summary = "Lists the members of a catalog.")
    public RestResponse<MemberList> list(String catalog,
            @Parameter(description = "Page size: 1–500, 100 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        var query = List.of("members", catalog);
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var page = Page.of(members.page(new CatalogName(catalog), Cursor.decode(cursor, query).orElse(""), pageSize + 1), pageSize,
                Member::person, query);
        return ResponseBuilder.ok(new MemberList(page.items(MemberView::of), page.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("{person}")
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(operationId = "getMember", summary = "Returns a member of a catalog, with the ETag required to change it.")
    public RestResponse<MemberView> get(String catalog, String person) {
        return toResponse(RestResponse.Status.OK, members.get(new CatalogName(catalog), new PersonName(person)));
    }

    @PUT
    @Path("{person}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(operationId = "saveMember",
            summary = "Adds or updates a member. Takes effect at once on this replica, within 5 seconds on all others.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MemberRequest.class)))
    @APIResponse(responseCode = "200", description = "Updated", content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = MemberView.class)))
    public RestResponse<MemberView> save(String catalog, String person, byte[] body,
            @Parameter(description = "ETag of the member as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "`*` to add a member") @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var request = JsonBody.read(body, MemberRequest.class, "");
        if (request.role() == null) {
            throw ProblemType.INVALID_FIELD.with("/role", "missing", ROLES);
        }
        var role = MemberRole.of(request.role()).orElseThrow(() -> ProblemType.INVALID_FIELD.with("/role", "value", ROLES));
        var expectedVersion = VersionPrecondition.expectedVersion(ifMatch, ifNoneMatch);
        var name = new CatalogName(catalog);
        // An unexpected version is rejected below, so these are the limits of the expected version.
        var locales = request.locales() == null && expectedVersion.isPresent() && role.allowsLocaleLimits()
                ? members.get(name, new PersonName(person)).locales() : parseLocales(request.locales());
        if (locales.isLimited() && !role.allowsLocaleLimits()) {
            throw ProblemType.INVALID_FIELD.with("/locales", "unlimited");
        }
        var saved = members.save(new EditMembers.SaveMemberCommand(name, new PersonName(person), role, locales,
                request.bindAtFirstSignIn() == Boolean.TRUE), expectedVersion, caller.actor());
        audit.record(expectedVersion.isPresent() ? AuditAction.MEMBER_CHANGED : AuditAction.MEMBER_ADDED, CATALOG, catalog, "person",
                person, "role", role.label(), "locales", locales.isLimited() ? locales.toColumn() : "*");
        return toResponse(expectedVersion.isPresent() ? RestResponse.Status.OK : RestResponse.Status.CREATED, saved);
    }

    @DELETE
    @Path("{person}")
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(operationId = "removeMember", summary = "Removes a member from a catalog.")
    @APIResponse(responseCode = "204", description = "Removed")
    public RestResponse<Void> remove(String catalog, String person,
            @Parameter(description = "ETag of the member as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        int expectedVersion = VersionPrecondition.requireVersion(ifMatch);
        members.remove(new CatalogName(catalog), new PersonName(person), expectedVersion, caller.actor());
        audit.record(AuditAction.MEMBER_REMOVED, CATALOG, catalog, "person", person);
        return RestResponse.noContent();
    }

    static AllowedLocales parseLocales(@Nullable List<String> tags) {
        var requested = Optional.ofNullable(tags).orElse(List.of());
        if (requested.size() > MAX_LOCALES) {
            throw ProblemType.TOO_MANY_ITEMS.with("/locales", MAX_LOCALES);
        }
        return AllowedLocales.of(requested.stream().map(LocaleTag::parse).toList());
    }

    private static RestResponse<MemberView> toResponse(RestResponse.Status status, Member member) {
        return ResponseBuilder.create(status, MemberView.of(member)).type(MediaType.APPLICATION_JSON_TYPE)
                .tag(Integer.toString(member.version())).build();
    }
}
