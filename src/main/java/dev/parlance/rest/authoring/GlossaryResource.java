package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.glossary.EditGlossary;
import dev.parlance.catalog.glossary.EditGlossary.TermTarget;
import dev.parlance.catalog.glossary.Glossary;
import dev.parlance.catalog.glossary.GlossaryTerm;
import dev.parlance.catalog.glossary.ReadGlossary;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.ChangeContexts;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.Page;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.TextInput;
import dev.parlance.rest.input.VersionPrecondition;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
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

/** The resource of a catalog's glossary: terms with fixed translations, or never translated. */
@Path("/v1/catalogs/{catalog}/glossary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Glossary")
public class GlossaryResource {
    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final int MAX_PAGE_SIZE = 500;
    private static final int MAX_TERM_LENGTH = 100;
    private static final int MAX_TRANSLATION_LENGTH = 200;
    private static final int MAX_NOTES_LENGTH = 2000;
    private static final int MAX_TRANSLATIONS = 200;

    private final ReadGlossary readGlossary;
    private final EditGlossary editGlossary;
    private final ChangeContexts contexts;

    GlossaryResource(ReadGlossary readGlossary, EditGlossary editGlossary, ChangeContexts contexts) {
        this.readGlossary = readGlossary;
        this.editGlossary = editGlossary;
        this.contexts = contexts;
    }

    @Schema(name = "TermRequest")
    record TermRequest(
            @Schema(description = "Translations by locale", examples = "{\"de\":\"Auftrag\",\"ja\":\"注文\"}")
            @Nullable Map<String, String> translations,
            @Schema(description = "Whether the term stays unchanged in every language", defaultValue = "false")
            @Nullable Boolean doNotTranslate,
            @Schema(maxLength = MAX_NOTES_LENGTH, defaultValue = "") @Nullable String notes,
            @Schema(description = "Reason for the change", maxLength = 2000) @Nullable String comment) {

        /** Members that are left out keep the values of the existing term. */
        HistoryState.TermContent toState(String term, Optional<HistoryState.TermContent> existing) {
            return new HistoryState.TermContent(term,
                    doNotTranslate == null ? existing.map(HistoryState.TermContent::doNotTranslate).orElse(false) : doNotTranslate,
                    notes == null ? existing.map(HistoryState.TermContent::notes).orElse("")
                            : TextInput.optionalText("/notes", notes, MAX_NOTES_LENGTH),
                    translations == null ? existing.map(HistoryState.TermContent::translations).orElseGet(TreeMap::new)
                            : parseTranslations(translations));
        }

        private static SortedMap<LocaleTag, String> parseTranslations(Map<String, String> translations) {
            var byLocale = new TreeMap<LocaleTag, String>();
            if (translations.size() > MAX_TRANSLATIONS) {
                throw ProblemType.TOO_MANY_ITEMS.with("/translations", MAX_TRANSLATIONS);
            }
            translations.forEach((tag, text) -> {
                var pointer = "/translations/" + tag;
                if (text.isBlank() || byLocale
                        .put(LocaleTag.parse(tag), TextInput.optionalText(pointer, text, MAX_TRANSLATION_LENGTH)) != null) {
                    throw ProblemType.INVALID_FIELD.with(pointer, text.isBlank() ? "blank" : "repeated");
                }
            });
            return byLocale;
        }
    }

    @Schema(name = "Term")
    record TermView(@Schema(examples = "order") String term,
                    @Schema(description = "Translations by locale") SortedMap<String, String> translations,
                    boolean doNotTranslate, String notes, @Schema(description = "Incremented by each change; the ETag") int version) {
        static TermView of(GlossaryTerm it) {
            var content = it.content();
            var translations = new TreeMap<String, String>();
            content.translations().forEach((locale, text) -> translations.put(locale.value(), text));
            return new TermView(it.term(), translations, content.doNotTranslate(), content.notes(), it.version());
        }
    }

    @Schema(name = "Terms")
    record TermList(@Schema(description = "Sorted by term") List<TermView> terms,
                @Schema(description = "Cursor of the next page; absent on the last page") @Nullable String next) implements Tabular {
        private static final TableColumns<TermView> COLUMNS = TableColumns.of(TermView.class).column("term", TermView::term)
                .column("doNotTranslate", TermView::doNotTranslate).column("version", TermView::version)
                .column("translations", TermView::translations).column("notes", TermView::notes);

        @Override
        public Table toTable() {
            return COLUMNS.table(terms, next);
        }
    }

    @GET
    @RequiresPermission(Permission.READ_DRAFT)
    @ListFormats
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ListFormat.CSV_MEDIA_TYPE})
    @Operation(operationId = "listTerms", summary = "Lists the glossary of a catalog.")
    public RestResponse<TermList> list(String catalog,
            @Parameter(description = "Page size: 1–500, 50 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "The `next` cursor of the previous page") @RestQuery @Nullable String cursor) {
        var name = new CatalogName(catalog);
        int pageSize = Parameters.parseInteger("limit", limit, 1, MAX_PAGE_SIZE).orElse(DEFAULT_PAGE_SIZE);
        var cursorQuery = List.of("glossary", catalog);
        var after = Cursor.decode(cursor, cursorQuery).orElse("");
        var rows = readGlossary.page(name, after, pageSize + 1);
        var page = Page.of(rows, pageSize, TermView::of, GlossaryTerm::term, cursorQuery);
        return ResponseBuilder.ok(new TermList(page.items(), page.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("{term}")
    @RequiresPermission(Permission.READ_DRAFT)
    @Operation(operationId = "getTerm", summary = "Returns a glossary term, with the ETag required to change it.")
    public RestResponse<TermView> get(String catalog, String term) {
        var name = new CatalogName(catalog);
        var validTerm = requireTerm(term);
        var stored = readGlossary.get(name, validTerm);
        return toResponse(RestResponse.Status.OK, stored);
    }

    @PUT
    @Path("{term}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "saveTerm",
            summary = "Creates or replaces a glossary term. Texts whose sources contain the term are checked again.",
            description = "Members that are omitted keep their values.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TermRequest.class)))
    @APIResponse(responseCode = "200", description = "Updated", content = @Content(schema = @Schema(implementation = TermView.class)))
    @APIResponse(responseCode = "201", description = "Created", content = @Content(schema = @Schema(implementation = TermView.class)))
    public RestResponse<TermView> save(String catalog, String term, byte[] body,
            @Parameter(description = "ETag of the term as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "`*` to create the term") @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        var expectedVersion = VersionPrecondition.expectedVersion(ifMatch, ifNoneMatch);
        var request = JsonBody.read(body, TermRequest.class, "");
        var validTerm = requireTerm(term);
        var saved = editGlossary.save(new TermTarget(new CatalogName(catalog), validTerm, expectedVersion,
                contexts.create(comment, request.comment())), existing -> request.toState(validTerm, existing));
        return toResponse(saved.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK, saved.term());
    }

    @DELETE
    @Path("{term}")
    @RequiresPermission(Permission.MANAGE)
    @Operation(operationId = "removeTerm", summary = "Removes a term from the glossary.")
    @APIResponse(responseCode = "204", description = "Removed; earlier versions stay in the history")
    public RestResponse<Void> remove(String catalog, String term,
            @Parameter(description = "ETag of the term as last read") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Reason for the change") @RestHeader(ChangeContexts.COMMENT_HEADER) @Nullable String comment) {
        editGlossary.remove(new TermTarget(new CatalogName(catalog), requireTerm(term),
                OptionalInt.of(VersionPrecondition.requireVersion(ifMatch)), contexts.create(comment, null)));
        return RestResponse.noContent();
    }

    private static String requireTerm(String term) {
        if (term.isBlank() || !term.equals(term.strip()) || term.codePointCount(0, term.length()) > MAX_TERM_LENGTH) {
            throw ProblemType.INVALID_NAME.with(term, "\\S(.{0," + (MAX_TERM_LENGTH - 2) + "}\\S)?", "order book");
        }
        return TextInput.requireAllowedCharacters("term", term);
    }

    private static RestResponse<TermView> toResponse(RestResponse.Status status, GlossaryTerm term) {
        return ResponseBuilder.create(status, TermView.of(term)).type(MediaType.APPLICATION_JSON_TYPE)
                .tag(Integer.toString(term.version())).build();
    }
}
