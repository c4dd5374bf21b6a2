package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.TextFilter;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.editing.ReadDraft;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.Parameters;
import dev.parlance.security.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The draft of a catalog: what is written, how far it is, and what the checks say of it. */
@Path("/v1/catalogs/{catalog}/draft")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts")
public class DraftResource {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int LONGEST_SEARCH = 200;

    private final ReadDraft draft;
    private final ServiceMessages texts;

    DraftResource(ReadDraft draft, ServiceMessages texts) {
        this.draft = draft;
        this.texts = texts;
    }

    @GET
    @Needs(Permission.READ_DRAFT)
    @Operation(operationId = "getDraft", summary = "The settings of a catalog, and how far each locale is")
    public RestResponse<DraftView> get(String catalog) {
        var view = draft.readCatalog(new CatalogName(catalog), DraftView::of);
        return answer(view, view.version());
    }

    @GET
    @Path("messages")
    @Needs(Permission.READ_DRAFT)
    @Operation(operationId = "listDraftMessages", summary = "Messages with their texts in one locale, and what the checks say of these")
    public RestResponse<DraftView.Page> list(String catalog,
            @Parameter(description = "BCP 47", required = true, example = "ja") @RestQuery @Nullable String locale,
            @Parameter(description = "untranslated, draft, translated, approved, stale, errors or warnings") @RestQuery @Nullable String state,
            @Parameter(description = "draft, active, deprecated or retired; all but the retired by default") @RestQuery @Nullable String lifecycle,
            @RestQuery @Nullable String tag,
            @Parameter(description = "With which keys begin") @RestQuery @Nullable String prefix,
            @RestQuery @Nullable String code,
            @Parameter(description = "Somewhere in key, reason, text or description") @RestQuery @Nullable String q,
            @Parameter(description = "1–500, 50 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "next of the page before") @RestQuery @Nullable String cursor,
            @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) Optional<String> acceptLanguage) {
        int most = Parameters.integer("limit", limit, 1, LARGEST_PAGE).orElse(USUAL_PAGE);
        var query = DraftQuery.of(Parameters.locale(locale), choice("state", TextFilter.class, state), Parameters.tag("tag", tag).orElse(null),
                text("prefix", prefix), text("code", code), text("q", q), choice("lifecycle", Lifecycle.class, lifecycle));
        var seal = List.of("draft", catalog, query.toString());
        var after = Cursor.read(cursor, seal, DraftResource::place).orElse(null);
        var page = draft.findPage(new CatalogName(catalog), query, after, most);
        var next = page.next() == null ? null : Cursor.after(page.next().position() + " " + page.next().key(), seal);
        return ResponseBuilder.ok(new DraftView.Page(page.rows().stream().map(it -> DraftView.Row.of(it, texts, acceptLanguage)).toList(), next),
                MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("messages/{key}")
    @Needs(Permission.READ_DRAFT)
    @Operation(operationId = "getDraftMessage", summary = "What a message is, with the ETag that changing it asks for, and how far its texts are")
    public RestResponse<DraftView.Whole> message(String catalog, String key) {
        var view = DraftView.Whole.of(draft.findMessage(new CatalogName(catalog), new MessageKey(key)));
        return answer(view, view.version());
    }

    private static <T> RestResponse<T> answer(T view, int version) {
        return ResponseBuilder.ok(view, MediaType.APPLICATION_JSON_TYPE).tag(Integer.toString(version)).build();
    }

    private static @Nullable String text(String name, @Nullable String value) {
        return Parameters.text(name, value, LONGEST_SEARCH).orElse(null);
    }

    static <E extends Enum<E> & Labelled> @Nullable E choice(String name, Class<E> type, @Nullable String label) {
        return label == null ? null : Labelled.findByLabel(type, label)
                .orElseThrow(() -> Parameters.invalid(name, label, Arrays.stream(type.getEnumConstants()).map(Labelled::label)
                        .collect(Collectors.joining(", "))));
    }

    private static DraftQuery.DraftPosition place(String sealed) {
        var parts = sealed.split(" ", 2);
        return new DraftQuery.DraftPosition(Integer.parseInt(parts[0]), new MessageKey(parts[1]));
    }
}
