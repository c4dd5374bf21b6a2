package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.editing.RevertChange;
import dev.parlance.catalog.history.Change;
import dev.parlance.catalog.history.ChangeCause;
import dev.parlance.catalog.history.History;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rest.access.Acts;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.Paged;
import dev.parlance.rest.input.Parameters;
import dev.parlance.security.Permission;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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

/** What was changed in a catalog, when, by whom and why; and back again. */
@Path("/v1/catalogs/{catalog}/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class ChangeResource {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int LONGEST_NAME = 200;

    private final Catalogs catalogs;
    private final History history;
    private final RevertChange takeBack;
    private final Transactions transactions;
    private final Acts acts;

    ChangeResource(Catalogs catalogs, History history, RevertChange takeBack, Transactions transactions, Acts acts) {
        this.catalogs = catalogs;
        this.history = history;
        this.takeBack = takeBack;
        this.transactions = transactions;
        this.acts = acts;
    }

    @Schema(name = "Change")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            @Schema(description = "Of the catalog: all changes of one act have the same") long revision,
            @Schema(description = "Within the revision, counted from 1") int ordinal,
            @Schema(enumeration = {"catalog", "locale", "message", "text", "term"}) String subject,
            @Schema(description = "Of the message, or the term") @Nullable String key,
            @Schema(description = "BCP 47") @Nullable String locale,
            @Schema(description = "Of the thing, after the change") int version,
            @Schema(enumeration = {"edit", "bulk", "import", "shipped", "revert"}) String cause,
            @Schema(description = "RFC 3339, UTC") String changedAt, String changedBy, String comment,
            @Schema(description = "Absent where there was none") @Nullable RecordedView before,
            @Schema(description = "Absent where there is none any more") @Nullable RecordedView after,
            @Schema(description = "The revision that was taken back") @Nullable Long reverts,
            @Schema(description = "The job it was part of") @Nullable String job) {

        static ChangeView of(Change it) {
            return new ChangeView(it.id().revision(), it.id().ordinal(), it.target().subject().label(), it.target().key(), it.target().ofLocale(),
                    it.version(), it.cause().label(), it.changedAt().toString(), it.changedBy(), it.comment(),
                    it.before().map(recorded -> RecordedView.of(null, recorded)).orElse(null),
                    it.after().map(recorded -> RecordedView.of(null, recorded)).orElse(null),
                    it.revertedRevision().isPresent() ? it.revertedRevision().getAsLong() : null, it.job().map(Object::toString).orElse(null));
        }
    }

    @Schema(name = "Changes")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeList(@Schema(description = "The latest first") List<ChangeView> changes,
                      @Schema(description = "The cursor of the next page; absent at the end") @Nullable String next) {
    }

    @Schema(name = "RevertRequest")
    record Reverting(@Schema(description = "Why", maxLength = 2000) @Nullable String comment) {
    }

    @Schema(name = "Reverted")
    record RevertedView(@Schema(description = "The revision that took it back") long revision,
                        @Schema(description = "How many things are what they were before") int changes) {
    }

    @GET
    @Needs(Permission.READ_DRAFT)
    @Operation(operationId = "listChanges", summary = "The history of a catalog, the latest first")
    public RestResponse<ChangeList> list(String catalog,
            @Parameter(description = "Of this message, or term") @RestQuery @Nullable String key,
            @Parameter(description = "BCP 47") @RestQuery @Nullable String locale,
            @Parameter(description = "By whom") @RestQuery @Nullable String author,
            @Parameter(description = "edit, bulk, import, shipped or revert") @RestQuery @Nullable String cause,
            @Parameter(description = "Only later revisions than this one") @RestQuery @Nullable String since,
            @Parameter(description = "1–500, 50 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "next of the page before") @RestQuery @Nullable String cursor) {
        int most = Parameters.integer("limit", limit, 1, LARGEST_PAGE).orElse(USUAL_PAGE);
        var name = new CatalogName(catalog);
        var query = new History.Query(Parameters.text("key", key, LONGEST_NAME).orElse(null),
                locale == null ? null : LocaleTag.parse(locale), Parameters.text("author", author, LONGEST_NAME).orElse(null),
                DraftResource.choice("cause", ChangeCause.class, cause), Parameters.integer("since", since, 0, 999_999_999).orElse(0), null);
        var seal = List.of("changes", catalog, query.toString());
        var before = Cursor.read(cursor, seal, it -> place(catalog, it)).orElse(null);
        var found = transactions.call(() -> {
            catalogs.requireExists(name);
            return history.page(name, query.startingBefore(before), most + 1);
        });
        var page = Paged.of(found, most, it -> it.id().revision() + " " + it.id().ordinal(), seal);
        return ResponseBuilder.ok(new ChangeList(page.shown(ChangeView::of), page.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @POST
    @Path("{revision}/revert")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE)
    @Operation(operationId = "revertRevision", summary = "Takes back all that was done in one revision, unless something of it was changed since")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Reverting.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RevertedView.class)))
    public RestResponse<RevertedView> revert(String catalog, String revision, byte[] body,
            @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment) {
        var wanted = JsonBody.read(body, Reverting.class, "");
        var back = takeBack.revertRevision(new CatalogName(catalog), Parameters.number("revision", revision),
                acts.of(comment, wanted.comment()));
        return ResponseBuilder.ok(new RevertedView(back.revision(), back.changes()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static Change.Id place(String catalog, String sealed) {
        var parts = sealed.split(" ", 2);
        return new Change.Id(catalog, Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }
}
