package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.presence.DraftPlace;
import dev.parlance.catalog.presence.PresentPerson;
import dev.parlance.catalog.presence.TrackPresence;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rest.access.CurrentCaller;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.http.SmallBody;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.table.ListFormat;
import dev.parlance.rest.table.ListFormats;
import dev.parlance.rest.table.Table;
import dev.parlance.rest.table.TableColumns;
import dev.parlance.rest.table.Tabular;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The resource of the people who work on a draft at this moment. */
@SmallBody
@Path("/v1/catalogs/{catalog}/draft/presence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comments")
public class PresenceResource {
    private final TrackPresence presence;
    private final CurrentCaller caller;

    PresenceResource(TrackPresence presence, CurrentCaller caller) {
        this.presence = presence;
        this.caller = caller;
    }

    @Schema(name = "Place")
    record PlaceRequest(@Schema(description = "Key of the open message") @Nullable String key,
                        @Schema(description = "Locale of the texts (BCP 47)") @Nullable String locale) {
    }

    @Schema(name = "PresentPerson")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonView(@Schema(description = "Name in the history") String person,
                      @Schema(description = "Key of the open message; absent if there is none") @Nullable String key,
                      @Schema(description = "Locale of the texts (BCP 47); absent if there is none") @Nullable String locale,
                      @Schema(description = "Time of arrival at this place, RFC 3339, UTC") String since) {
        static PersonView of(PresentPerson it) {
            return new PersonView(it.person(), it.place().key().map(MessageKey::value).orElse(null),
                    it.place().locale().map(LocaleTag::value).orElse(null), it.since().toString());
        }
    }

    @Schema(name = "PresentPeople")
    record PersonList(@Schema(description = "Sorted by name; the caller is one of them") List<PersonView> people) implements Tabular {
        private static final TableColumns<PersonView> COLUMNS = TableColumns.of(PersonView.class)
                .column("person", PersonView::person).column("since", PersonView::since).column("locale", PersonView::locale)
                .column("key", PersonView::key);

        @Override
        public Table toTable() {
            return COLUMNS.table(people, null);
        }
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listPresentPeople", summary = "Lists the people who work on a draft at this moment.")
    public RestResponse<PersonList> list(String catalog) {
        return ResponseBuilder.ok(new PersonList(presence.list(new CatalogName(catalog)).stream().map(PersonView::of).toList()),
                MediaType.APPLICATION_JSON_TYPE).build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "enterDraft", summary = "Tells others where in a draft the caller works.",
            description = "Expires after 45 seconds, so clients repeat it every 20 seconds. A person is at one place in a catalog: "
                    + "the last request counts.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PlaceRequest.class)))
    @APIResponse(responseCode = "204", description = "Present")
    public RestResponse<Void> enter(String catalog, byte[] body) {
        var request = JsonBody.read(body, PlaceRequest.class, "");
        presence.enter(new CatalogName(catalog), caller.actor().name(), new DraftPlace(
                Optional.ofNullable(request.key()).map(MessageKey::new), Optional.ofNullable(request.locale()).map(LocaleTag::parse)));
        return RestResponse.noContent();
    }

    @DELETE
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "leaveDraft", summary = "Tells others that the caller no longer works on a draft.")
    @APIResponse(responseCode = "204", description = "Absent")
    public RestResponse<Void> leave(String catalog) {
        presence.leave(new CatalogName(catalog), caller.actor().name());
        return RestResponse.noContent();
    }
}
