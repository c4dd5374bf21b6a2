package dev.parlance.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.access.RequiresPermission;
import dev.parlance.rest.delivery.CodeView;
import dev.parlance.rest.delivery.OpenApiExamples;
import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.security.Permission;
import dev.parlance.web.page.PageRepresentation.Suffixed;
import dev.parlance.web.page.PageRepresentation;
import dev.parlance.web.page.PageRequest;
import dev.parlance.web.page.PageResponses;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The page of a code, whose path is the {@code type} of its problems. */
@Path("/codes/{catalog}/{key}")
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, MediaType.TEXT_PLAIN, "text/markdown"})
@NonBlocking
@Tag(name = "Codes")
public class CodeResource {
    private static final List<PageRepresentation> REPRESENTATIONS = List.of(PageRepresentation.values());

    private final SnapshotRegistry snapshots;
    private final CodePages pages;
    private final ObjectMapper json;

    CodeResource(SnapshotRegistry snapshots, CodePages pages, ObjectMapper json) {
        this.snapshots = snapshots;
        this.pages = pages;
        this.json = json;
    }

    @GET
    @RequiresPermission(Permission.READ)
    @Operation(operationId = "getCode", summary = "Explains a code. The `type` of a problem is the path of this resource.",
            description = "The key may have the suffix `.json`, `.txt` or `.md`, which takes precedence over Accept, unless there is a "
                    + "message with this key.")
    @APIResponse(responseCode = "200", content = {
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CodeView.class),
                examples = @ExampleObject(name = "/codes/parlance/invalid-locale?locale=en", value = OpenApiExamples.CODE)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
        @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)),
        @Content(mediaType = "text/markdown", schema = @Schema(implementation = String.class))})
    public Uni<RestResponse<String>> get(
            String catalog,
            String key,
            @Parameter(description = "BCP 47 language tag; Accept-Language is used if omitted") @RestQuery @Nullable String locale,
            @Parameter(description = "Argument by position; arg.NAME passes an argument by name. The examples are used if there are none. "
                    + "JSON has the text as typed, without arguments") @RestQuery List<String> arg,
            UriInfo uri, HttpHeaders headers) {
        var snapshot = snapshots.get(new CatalogName(catalog));
        var address = address(snapshot, key, headers.getHeaderString(HttpHeaders.ACCEPT));
        var request = PageRequest.of(uri, headers, locale);
        var readerLocale = ReaderLocale.of(snapshot, locale, request.acceptLanguage());
        var message = readerLocale.served().findMessage(new MessageKey(address.name()).value())
                .orElseThrow(() -> ProblemType.UNKNOWN_MESSAGE.with(key, catalog));
        var query = CodeQuery.of(snapshot, readerLocale, message, uri.getQueryParameters());
        var page = request.at(CodePages.pathOf(catalog, message.key()));
        return address.representation() == PageRepresentation.JSON ? Uni.createFrom().item(toJson(page, query))
                : Uni.createFrom().item(() -> toPage(page, address.representation(), query))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private RestResponse<String> toJson(PageRequest request, CodeQuery query) {
        return PageResponses.create(request, MediaType.APPLICATION_JSON,
                serialize(CodeView.of(query.snapshot(), query.locale(), query.message())), headers(query), HttpHeaders.ACCEPT);
    }

    /** Renders the message in all languages, which would block an event loop for too long. */
    private RestResponse<String> toPage(PageRequest request, PageRepresentation representation, CodeQuery query) {
        var page = pages.create(query, request);
        if (representation == PageRepresentation.HTML) {
            return PageResponses.html(request, Templates.code(page), headers(query), HttpHeaders.ACCEPT);
        }
        var text = representation == PageRepresentation.TEXT ? CodeText.plain(page) : CodeText.markdown(page);
        return PageResponses.create(request, representation.contentType(), text, headers(query), HttpHeaders.ACCEPT);
    }

    private static Map<String, String> headers(CodeQuery query) {
        return Map.of(HttpHeaders.CONTENT_LANGUAGE, query.locale().served().locale().value(),
                CacheHeaders.RELEASE_HEADER, Integer.toString(query.snapshot().release()));
    }

    /** Returns the key and the representation. A key may contain dots, so a suffix counts only if no message has the whole name. */
    private static Suffixed address(Snapshot snapshot, String key, @Nullable String accept) {
        boolean exists = snapshot.locale(snapshot.offeredLocales().source()).findMessage(key).isPresent();
        var negotiated = new Suffixed(key, PageRepresentation.negotiate(accept, REPRESENTATIONS));
        return exists ? negotiated : PageRepresentation.bySuffix(key).orElse(negotiated);
    }

    private String serialize(CodeView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
