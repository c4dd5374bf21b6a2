package dev.parlance.web;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rest.http.SecurityHeaders;
import dev.parlance.rest.input.MediaRanges;
import dev.parlance.rest.problem.ProblemDocuments.ProblemResponse;
import dev.parlance.rest.problem.ProblemPages;
import dev.parlance.web.page.LocalizedText;
import dev.parlance.web.page.PageFrames;
import dev.parlance.web.page.PageRepresentation;
import dev.parlance.web.page.PageRequest;
import dev.parlance.web.page.PageResponses;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Renders problems of pages as HTML for browsers.
 *
 * <p>The API under {@code /v1} always responds with a problem document, because some HTTP clients accept HTML by default.
 */
@Singleton
final class BrowserProblems implements ProblemPages {
    private static final String API_PREFIX = "/v1/";
    private static final int NOT_FOUND = 404;
    /** Runs after the observers with default priority, one of which loads the snapshot files. */
    private static final int AFTER_SNAPSHOT_FILES = ObserverMethod.DEFAULT_PRIORITY + 1;

    private final PageFrames frames;

    BrowserProblems(PageFrames frames) {
        this.frames = frames;
    }

    /** Renders a page before the port opens, because loading the templates would block the event loop of the first request. */
    void prepare(@Observes @Priority(AFTER_SNAPSHOT_FILES) StartupEvent event) {
        var document = Map.<String, Object>of("locale", "en", "title", "", "detail", "", "code", "", "type", "");
        toPage(new ProblemResponse(NOT_FOUND, Map.of(), document, new byte[0]), Optional.empty(), new Visit("/", null, null));
    }

    @Override
    public Optional<ProblemResponse> render(ProblemResponse problem, Optional<String> languages, Visit visit) {
        return visit.path().startsWith(API_PREFIX) || !prefersHtml(visit.accept()) ? Optional.empty()
                : Optional.of(toPage(problem, languages, visit));
    }

    /** Returns whether a client prefers HTML. A client that accepts anything receives the problem document. */
    private static boolean prefersHtml(@Nullable String accept) {
        return MediaRanges.parse(accept).stream().anyMatch(it -> !it.isWildcardType() && it.isCompatible(MediaType.TEXT_HTML_TYPE))
                && PageRepresentation.negotiate(accept, List.of(PageRepresentation.JSON, PageRepresentation.HTML))
                == PageRepresentation.HTML;
    }

    private ProblemResponse toPage(ProblemResponse problem, Optional<String> languages, Visit visit) {
        var document = problem.document();
        var locale = LocaleTag.parse(String.valueOf(document.get("locale")));
        var title = LocalizedText.of(String.valueOf(document.get("title")), locale);
        // Links keep the language of the address if the problem is in that language.
        var chosen = visit.locale().filter(it -> it.equals(locale.value())).orElse(null);
        var request = new PageRequest("", visit.path(), chosen, languages, null);
        var frame = frames.frame(request, frames.labels(request), title.text(), title.text(), List.of());
        var page = new ProblemPage(frame, problem.status(), title, ProblemDetail.of(String.valueOf(document.get("detail"))),
                String.valueOf(document.get("code")), String.valueOf(document.get("type")));
        var headers = new LinkedHashMap<>(problem.headers());
        headers.put(HttpHeaders.CONTENT_TYPE, PageResponses.HTML);
        headers.put(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
        headers.put(SecurityHeaders.POLICY_HEADER, SecurityHeaders.PAGE_POLICY);
        return new ProblemResponse(problem.status(), headers, document, Templates.problem(page).render().getBytes(StandardCharsets.UTF_8));
    }
}
