package dev.parlance.rest.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.rest.metrics.MissMetrics;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creates problem documents (RFC 9457) in the language of the caller. */
@ApplicationScoped
public class ProblemDocuments {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final Set<ProblemType> RETRYABLE = EnumSet.of(ProblemType.NOT_READY, ProblemType.BUSY, ProblemType.DATABASE_UNAVAILABLE,
            ProblemType.OUTCOME_UNKNOWN);
    private static final int UNAUTHORIZED = 401;

    /** Runs after the observers of the default priority, one of which loads the snapshot files. */
    private static final int AFTER_SNAPSHOT_FILES = ObserverMethod.DEFAULT_PRIORITY + 1;

    private static final String RETRY_AFTER_SECONDS = "5";

    private final ServiceMessages serviceMessages;
    private final ObjectMapper json;
    private final List<ProblemMembers> members;
    private final List<ProblemPages> pages;
    private final MissMetrics misses;

    ProblemDocuments(ServiceMessages serviceMessages, ObjectMapper json, @All List<ProblemMembers> members, @All List<ProblemPages> pages,
            MissMetrics misses) {
        this.misses = misses;
        this.members = members;
        this.pages = pages;
        this.serviceMessages = serviceMessages;
        this.json = json;
    }

    /**
     * A problem response that any layer can send.
     *
     * @param status   the HTTP status
     * @param headers  the response headers by name
     * @param document the members of the problem
     * @param body     the document as JSON
     */
    public record ProblemResponse(int status, Map<String, String> headers, Map<String, Object> document, byte[] body) {
    }

    /** Creates a problem before the port opens, because loading texts and classes would block the event loop of the first request. */
    void prepare(@Observes @Priority(AFTER_SNAPSHOT_FILES) StartupEvent event) {
        serviceMessages.prepare();
        create(ProblemType.NOT_READY.with(), Optional.empty());
    }

    /** Creates the response for a problem, including headers such as {@code Allow} and {@code Retry-After}. */
    public ProblemResponse create(ProblemException problem, Optional<String> acceptLanguage) {
        misses.count(problem);
        var explained = serviceMessages.render(problem, acceptLanguage);
        var document = new LinkedHashMap<String, Object>();
        document.put("type", typeUri(ServiceMessages.CATALOG.value(), explained.message().key()));
        document.put("title", explained.title());
        document.put("status", explained.message().httpStatus());
        document.put("detail", explained.detail());
        document.put("code", explained.message().code());
        document.put("reason", explained.message().reason());
        document.put("locale", explained.locale().value());
        document.put("arguments", problem.givenArguments());
        problem.members().forEach((name, member) -> document.put(name, toMember(member, acceptLanguage)));
        var headers = new LinkedHashMap<>(Map.of(
                HttpHeaders.CONTENT_TYPE, MEDIA_TYPE,
                HttpHeaders.CONTENT_LANGUAGE, explained.locale().value(),
                HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE,
                HttpHeaders.CACHE_CONTROL, "no-store"));
        if (problem.type() == ProblemType.METHOD_NOT_ALLOWED) {
            headers.put(HttpHeaders.ALLOW, String.valueOf(problem.arguments().get("allowed")));
        } else if (explained.message().httpStatus() == UNAUTHORIZED) {
            headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        } else if (problem.type() == ProblemType.TOO_MANY_ATTEMPTS || problem.type() == ProblemType.TOO_MANY_REQUESTS) {
            headers.put(HttpHeaders.RETRY_AFTER, String.valueOf(problem.arguments().get("seconds")));
        } else if (RETRYABLE.contains(problem.type())) {
            headers.put(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return new ProblemResponse(explained.message().httpStatus(), headers, document, serialize(document));
    }

    /** Creates the response for a problem in the language of the address, as a page if the client is a browser that visits a page. */
    public ProblemResponse create(ProblemException problem, Optional<String> acceptLanguage, ProblemPages.Visit visit) {
        var languages = visit.languages(acceptLanguage);
        var response = create(problem, languages);
        return pages.stream().flatMap(it -> it.render(response, languages, visit).stream()).findFirst().orElse(response);
    }

    private Object toMember(Object value, Optional<String> acceptLanguage) {
        if (value instanceof List<?> all) {
            return all.stream().map(it -> toMember(it, acceptLanguage)).toList();
        }
        return members.stream().flatMap(it -> it.view(value, serviceMessages, acceptLanguage).stream()).findFirst().orElse(value);
    }

    /** Returns the problem type: the path of the page that explains a code. */
    public static String typeUri(String catalog, String key) {
        return "/codes/" + catalog + "/" + key;
    }

    private byte[] serialize(Map<String, Object> document) {
        try {
            return json.writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
