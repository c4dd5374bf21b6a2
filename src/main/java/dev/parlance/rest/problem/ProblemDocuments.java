package dev.parlance.rest.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.exchange.ServiceMessages;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Problems as RFC 9457 has them, in the language of the one who asked. */
@ApplicationScoped
public class ProblemDocuments {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final Set<ProblemType> PASSING = EnumSet.of(ProblemType.NOT_READY, ProblemType.BUSY, ProblemType.DATABASE_UNAVAILABLE,
            ProblemType.OUTCOME_UNKNOWN);
    private static final int UNAUTHORIZED = 401;
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ServiceMessages texts;
    private final ObjectMapper json;
    private final List<ProblemMembers> members;

    ProblemDocuments(ServiceMessages texts, ObjectMapper json, @All List<ProblemMembers> members) {
        this.members = members;
        this.texts = texts;
        this.json = json;
    }

    /** A problem ready to be sent, by whichever layer found it. */
    public record Answer(int status, Map<String, String> headers, Map<String, Object> document, byte[] body) {
    }

    public Answer answer(ProblemException problem, Optional<String> acceptLanguage) {
        var said = texts.render(problem, acceptLanguage);
        var document = new LinkedHashMap<String, Object>();
        document.put("type", type(ServiceMessages.CATALOG.value(), said.message().key()));
        document.put("title", said.title());
        document.put("status", said.message().httpStatus());
        document.put("detail", said.detail());
        document.put("code", said.message().code());
        document.put("reason", said.message().reason());
        document.put("locale", said.locale().value());
        document.put("arguments", problem.arguments());
        problem.members().forEach((name, member) -> document.put(name, member(member, acceptLanguage)));
        var headers = new LinkedHashMap<>(Map.of(
                HttpHeaders.CONTENT_TYPE, MEDIA_TYPE,
                HttpHeaders.CONTENT_LANGUAGE, said.locale().value(),
                HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE,
                HttpHeaders.CACHE_CONTROL, "no-store"));
        if (problem.type() == ProblemType.METHOD_NOT_ALLOWED) {
            headers.put(HttpHeaders.ALLOW, String.valueOf(problem.arguments().get("allowed")));
        } else if (said.message().httpStatus() == UNAUTHORIZED) {
            headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        } else if (problem.type() == ProblemType.TOO_MANY_ATTEMPTS) {
            headers.put(HttpHeaders.RETRY_AFTER, String.valueOf(problem.arguments().get("seconds")));
        } else if (PASSING.contains(problem.type())) {
            headers.put(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return new Answer(said.message().httpStatus(), headers, document, bytes(document));
    }

    private Object member(Object value, Optional<String> acceptLanguage) {
        if (value instanceof List<?> all) {
            return all.stream().map(it -> member(it, acceptLanguage)).toList();
        }
        return members.stream().flatMap(it -> it.view(value, texts, acceptLanguage).stream()).findFirst().orElse(value);
    }

    /** The address of the page of a code. */
    public static String type(String catalog, String key) {
        return "/codes/" + catalog + "/" + key;
    }

    private byte[] bytes(Map<String, Object> document) {
        try {
            return json.writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
