package dev.parlance.rest.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.CatalogName;
import dev.parlance.rest.access.CatalogPeople;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.Permission;
import dev.parlance.security.accounts.EditMembers;
import dev.parlance.security.accounts.Member;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource of the names that comments may mention. Roles and locales are listed only for those who manage access. */
@Path("/v1/catalogs/{catalog}/people")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comments")
public class PeopleResource {
    private static final int DEFAULT_PAGE_SIZE = 100;
    private static final int MAX_PAGE_SIZE = 500;

    private final EditMembers members;
    private final CatalogPeople people;

    PeopleResource(EditMembers members, CatalogPeople people) {
        this.members = members;
        this.people = people;
    }

    @Schema(name = "CatalogPerson")
    record PersonView(@Schema(description = "The name that follows `@` in a comment", examples = "anna") String person) {
    }

    @Schema(name = "CatalogPeople")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PeopleList(@Schema(description = "Sorted by name") List<PersonView> people,
                      @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<PersonView> COLUMNS = TableColumns.of(PersonView.class).column("person", PersonView::person);

        @Override
        public Table toTable() {
            return COLUMNS.table(people, next);
        }
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listPeople", summary = "Lists the names of the members of a catalog whom a comment can mention.")
    public RestResponse<PeopleList> list(String catalog,
            @Parameter(description = "Page size: 1–500, 100 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        var name = new CatalogName(catalog);
        var query = List.of("people", catalog);
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var page = Page.of(members.page(name, Cursor.decode(cursor, query).orElse(""), pageSize + 1), pageSize, Member::person, query);
        var mentionable = page.items().stream().map(Member::person).filter(it -> people.contains(name, it)).map(PersonView::new).toList();
        return ResponseBuilder.ok(new PeopleList(mentionable, page.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }
}
