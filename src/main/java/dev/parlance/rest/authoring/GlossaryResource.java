package dev.parlance.rest.authoring;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.glossary.EditGlossary;
import dev.parlance.catalog.glossary.EditGlossary.TermTarget;
import dev.parlance.catalog.glossary.Glossary;
import dev.parlance.catalog.glossary.GlossaryTerm;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.Acts;
import dev.parlance.rest.access.Needs;
import dev.parlance.rest.input.Cursor;
import dev.parlance.rest.input.JsonBody;
import dev.parlance.rest.input.Paged;
import dev.parlance.rest.input.Parameters;
import dev.parlance.rest.input.Precondition;
import dev.parlance.rest.input.TextRules;
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

/** The glossary of a catalog: what is always called the same, or never translated. */
@Path("/v1/catalogs/{catalog}/glossary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Glossary")
public class GlossaryResource {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int LONGEST_TERM = 100;
    private static final int LONGEST_TRANSLATION = 200;
    private static final int LONGEST_NOTES = 2000;
    private static final int MOST_TRANSLATIONS = 200;

    private final Catalogs catalogs;
    private final Glossary glossary;
    private final EditGlossary edit;
    private final Transactions transactions;
    private final Acts acts;

    GlossaryResource(Catalogs catalogs, Glossary glossary, EditGlossary edit, Transactions transactions, Acts acts) {
        this.catalogs = catalogs;
        this.glossary = glossary;
        this.edit = edit;
        this.transactions = transactions;
        this.acts = acts;
    }

    @Schema(name = "TermRequest")
    record Writing(
            @Schema(description = "Locale to translation", examples = "{\"de\":\"Auftrag\",\"ja\":\"注文\"}") @Nullable Map<String, String> translations,
            @Schema(description = "It stays as it is in every language", defaultValue = "false") @Nullable Boolean doNotTranslate,
            @Schema(maxLength = LONGEST_NOTES, defaultValue = "") @Nullable String notes,
            @Schema(description = "Why", maxLength = 2000) @Nullable String comment) {

        HistoryState.TermContent wanted(String term) {
            var its = new TreeMap<LocaleTag, String>();
            if (translations != null) {
                if (translations.size() > MOST_TRANSLATIONS) {
                    throw ProblemType.TOO_MANY_ITEMS.with("/translations", MOST_TRANSLATIONS);
                }
                translations.forEach((tag, text) -> {
                    var pointer = "/translations/" + tag;
                    if (text.isBlank() || its.put(LocaleTag.parse(tag), TextRules.comment(pointer, text, LONGEST_TRANSLATION)) != null) {
                        throw ProblemType.INVALID_FIELD.with(pointer, "value");
                    }
                });
            }
            return new HistoryState.TermContent(term, doNotTranslate == Boolean.TRUE, TextRules.comment("/notes", notes, LONGEST_NOTES), its);
        }
    }

    @Schema(name = "Term")
    record TermView(@Schema(examples = "order") String term, @Schema(description = "By locale") SortedMap<String, String> translations,
                    boolean doNotTranslate, String notes, @Schema(description = "Its ETag") int version) {
        static TermView of(GlossaryTerm it) {
            var content = it.content();
            var translations = new TreeMap<String, String>();
            content.translations().forEach((locale, text) -> translations.put(locale.value(), text));
            return new TermView(it.term(), translations, content.doNotTranslate(), content.notes(), it.version());
        }
    }

    @Schema(name = "Terms")
    record Page(@Schema(description = "Sorted") List<TermView> terms,
                @Schema(description = "The cursor of the next page; absent at the end") @Nullable String next) {
    }

    @GET
    @Needs(Permission.READ_DRAFT)
    @Operation(operationId = "listTerms", summary = "The glossary of a catalog")
    public RestResponse<Page> list(String catalog,
            @Parameter(description = "1–500, 50 by default") @RestQuery @Nullable String limit,
            @Parameter(description = "next of the page before") @RestQuery @Nullable String cursor) {
        var name = new CatalogName(catalog);
        int most = Parameters.integer("limit", limit, 1, LARGEST_PAGE).orElse(USUAL_PAGE);
        var seal = List.of("glossary", catalog);
        var after = Cursor.read(cursor, seal).orElse("");
        var found = transactions.call(() -> {
            catalogs.requireExists(name);
            return glossary.page(name, after, most + 1);
        });
        var page = Paged.of(found, most, GlossaryTerm::term, seal);
        return ResponseBuilder.ok(new Page(page.shown(TermView::of), page.next()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @GET
    @Path("{term}")
    @Needs(Permission.READ_DRAFT)
    @Operation(operationId = "getTerm", summary = "A term, with the ETag that changing it asks for")
    public RestResponse<TermView> get(String catalog, String term) {
        var name = new CatalogName(catalog);
        var checked = checked(term);
        var found = transactions.call(() -> {
            catalogs.requireExists(name);
            return glossary.find(name, checked).orElseThrow(() -> ProblemType.UNKNOWN_TERM.with(checked, catalog));
        });
        return answer(RestResponse.Status.OK, found);
    }

    @PUT
    @Path("{term}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE)
    @Operation(operationId = "putTerm", summary = "Says how a term is translated; the texts whose sources hold it are checked anew")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Writing.class)))
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = TermView.class)))
    @APIResponse(responseCode = "201", description = "New", content = @Content(schema = @Schema(implementation = TermView.class)))
    public RestResponse<TermView> put(String catalog, String term, byte[] body,
            @Parameter(description = "The ETag of the term as you read it") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "* for a new term") @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment) {
        var seen = Precondition.version(ifMatch, ifNoneMatch);
        var writing = JsonBody.read(body, Writing.class, "");
        var checked = checked(term);
        var saved = edit.save(new TermTarget(new CatalogName(catalog), checked, seen, acts.of(comment, writing.comment())), writing.wanted(checked));
        return answer(saved.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK, saved.term());
    }

    @DELETE
    @Path("{term}")
    @Needs(Permission.MANAGE)
    @Operation(operationId = "removeTerm", summary = "Takes a term out of the glossary")
    @APIResponse(responseCode = "204", description = "Removed; its versions stay in the history")
    public RestResponse<Void> remove(String catalog, String term,
            @Parameter(description = "The ETag of the term as you read it") @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(description = "Why") @RestHeader(Acts.COMMENT) @Nullable String comment) {
        edit.remove(new TermTarget(new CatalogName(catalog), checked(term), OptionalInt.of(Precondition.present(ifMatch)), acts.of(comment, null)));
        return RestResponse.noContent();
    }

    private static String checked(String term) {
        if (term.isBlank() || !term.equals(term.strip()) || term.codePointCount(0, term.length()) > LONGEST_TERM) {
            throw ProblemType.INVALID_NAME.with(term);
        }
        return TextRules.checked("term", term);
    }

    private static RestResponse<TermView> answer(RestResponse.Status status, GlossaryTerm term) {
        return ResponseBuilder.create(status, TermView.of(term)).type(MediaType.APPLICATION_JSON_TYPE)
                .tag(Integer.toString(term.version())).build();
    }
}
