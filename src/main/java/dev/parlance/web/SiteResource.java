package dev.parlance.web;

import dev.parlance.rest.access.AllowedCallers;
import dev.parlance.rest.input.HtmlForm;
import dev.parlance.rest.input.Parameters;
import dev.parlance.web.page.PageFrames;
import dev.parlance.web.page.PageRequest;
import dev.parlance.web.page.PageResponses;
import io.smallrye.common.annotation.NonBlocking;
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

/** The front page with an interactive example, and the files for crawlers. */
@Path("/")
public class SiteResource {
    private static final String PLAIN_TEXT = "text/plain;charset=UTF-8";
    /** The files for crawlers are not translated. */
    private static final String FILE_LANGUAGE = "en";
    private static final int MAX_CODE_LENGTH = 128;
    private static final int MAX_VALUE_LENGTH = 200;

    private final LiveExamples examples;
    private final PageFrames frames;
    private final SiteFiles files;

    SiteResource(LiveExamples examples, PageFrames frames, SiteFiles files) {
        this.examples = examples;
        this.frames = frames;
        this.files = files;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @NonBlocking
    @HtmlForm
    @AllowedCallers(AllowedCallers.CallerGroup.ANYONE)
    @Operation(hidden = true)
    public RestResponse<String> front(@RestQuery @Nullable String code, @RestQuery List<String> arg,
            @RestQuery @Nullable String locale, UriInfo uri, HttpHeaders headers) {
        var request = PageRequest.of(uri, headers, locale);
        var labels = frames.labels(request);
        var entered = Parameters.parseText("code", code, MAX_CODE_LENGTH).map(String::strip).filter(it -> !it.isEmpty());
        arg.forEach(it -> Parameters.parseText("arg", it, MAX_VALUE_LENGTH));
        var frame = frames.frame(request, labels, labels.get("front.title"), labels.get("front.summary"));
        return PageResponses.html(request, Templates.front(examples.create(frame, request, entered, arg)), labels);
    }

    @GET
    @Path("robots.txt")
    @Produces(MediaType.TEXT_PLAIN)
    @NonBlocking
    @AllowedCallers(AllowedCallers.CallerGroup.ANYONE)
    @Operation(hidden = true)
    public RestResponse<String> robots(UriInfo uri, HttpHeaders headers) {
        var request = PageRequest.of(uri, headers, FILE_LANGUAGE);
        return PageResponses.create(request, PLAIN_TEXT, files.robots(frames.baseUrl(request)), Map.of());
    }

    /** Runs on a worker thread, because it lists the documentation pages, which are rendered on first use. */
    @GET
    @Path("llms.txt")
    @Produces(MediaType.TEXT_PLAIN)
    @AllowedCallers(AllowedCallers.CallerGroup.ANYONE)
    @Operation(hidden = true)
    public RestResponse<String> languageModels(UriInfo uri, HttpHeaders headers) {
        var request = PageRequest.of(uri, headers, FILE_LANGUAGE);
        return PageResponses.create(request, PLAIN_TEXT, files.languageModels(frames.baseUrl(request)), Map.of());
    }

    @GET
    @Path("sitemap.xml")
    @Produces(MediaType.APPLICATION_XML)
    @NonBlocking
    @AllowedCallers(AllowedCallers.CallerGroup.ANYONE)
    @Operation(hidden = true)
    public RestResponse<String> sitemaps(UriInfo uri, HttpHeaders headers) {
        var request = PageRequest.of(uri, headers, FILE_LANGUAGE);
        return PageResponses.create(request, SiteFiles.XML, files.sitemaps(frames.baseUrl(request)), Map.of());
    }
}
