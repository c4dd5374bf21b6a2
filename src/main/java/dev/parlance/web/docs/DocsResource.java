package dev.parlance.web.docs;

import dev.parlance.problems.ProblemType;
import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.web.docs.DocsPage.Link;
import dev.parlance.web.docs.Documentation.Document;
import dev.parlance.web.page.PageFrames;
import dev.parlance.web.page.PageRepresentation;
import dev.parlance.web.page.PageRequest;
import dev.parlance.web.page.PageResponses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The documentation as pages and as Markdown. Runs on worker threads, because pages are rendered on first use. */
@Path(Documentation.PATH)
@Produces({MediaType.TEXT_HTML, "text/markdown"})
public class DocsResource {
    private static final List<PageRepresentation> REPRESENTATIONS = List.of(PageRepresentation.HTML, PageRepresentation.MARKDOWN);

    private final Documentation documentation;
    private final PageFrames frames;

    DocsResource(Documentation documentation, PageFrames frames) {
        this.documentation = documentation;
        this.frames = frames;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @AllowedCallers(AllowedCallers.CallerGroup.ANYONE)
    @Operation(hidden = true)
    public RestResponse<String> list(@RestQuery @Nullable String locale, UriInfo uri, HttpHeaders headers) {
        var request = PageRequest.of(uri, headers, locale);
        var labels = frames.labels(request);
        var frame = frames.frame(request, labels, labels.get("docs.title"), labels.get("docs.summary"));
        return PageResponses.html(request, DocsTemplates.docs(new DocsPage(frame, links(), "", List.of(), "")), labels);
    }

    @GET
    @Path("{page}")
    @AllowedCallers(AllowedCallers.CallerGroup.ANYONE)
    @Operation(hidden = true)
    public RestResponse<String> page(String page, @RestQuery @Nullable String locale, UriInfo uri, HttpHeaders headers) {
        var negotiated = PageRepresentation.negotiate(headers.getHeaderString(HttpHeaders.ACCEPT), REPRESENTATIONS);
        var address = PageRepresentation.bySuffix(page).filter(it -> REPRESENTATIONS.contains(it.representation()))
                .orElseGet(() -> new PageRepresentation.Suffixed(page, negotiated));
        var document = documentation.find(address.name()).orElseThrow(() -> ProblemType.NOT_FOUND.with(uri.getPath()));
        var request = PageRequest.of(uri, headers, locale).at(Documentation.pathOf(document.name()));
        return address.representation() == PageRepresentation.MARKDOWN
                ? PageResponses.create(request, PageRepresentation.MARKDOWN.contentType(), document.markdown(),
                        Map.of(HttpHeaders.CONTENT_LANGUAGE, "en"), HttpHeaders.ACCEPT)
                : PageResponses.html(request, DocsTemplates.docs(toPage(document, request)), Map.of(HttpHeaders.CONTENT_LANGUAGE, "en"),
                        HttpHeaders.ACCEPT);
    }

    private DocsPage toPage(Document document, PageRequest request) {
        var frame = frames.frame(request, frames.labels(request), document.title(), document.summary(), List.of());
        return new DocsPage(frame, links(), document.name(), document.headings(), document.html());
    }

    private List<Link> links() {
        return documentation.all().stream().map(it -> new Link(it.name(), it.title(), it.summary(), Documentation.pathOf(it.name())))
                .toList();
    }
}
