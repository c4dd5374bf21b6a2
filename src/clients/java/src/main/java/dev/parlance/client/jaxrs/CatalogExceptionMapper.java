package dev.parlance.client.jaxrs;

import dev.parlance.client.CatalogException;
import dev.parlance.client.Parlance;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers a {@link CatalogException} with a problem document (RFC 9457) in the language of the request.
 *
 * <p>An application registers a subclass that passes its client:
 * <pre>{@code
 * @Provider
 * public class OrderProblems extends CatalogExceptionMapper {
 *     @Inject
 *     public OrderProblems(Parlance texts) {
 *         super(texts, "https://texts.example/codes/exchange/");
 *     }
 * }
 * }</pre>
 */
public class CatalogExceptionMapper implements ExceptionMapper<CatalogException> {
    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    private final Parlance texts;
    private final String typePrefix;

    @Context
    private HttpHeaders headers;

    /** @param typePrefix the URI of a problem type without its last segment, which is the key of the message */
    public CatalogExceptionMapper(Parlance texts, String typePrefix) {
        this.texts = texts;
        this.typePrefix = typePrefix;
    }

    @Override
    public Response toResponse(CatalogException exception) {
        String accepted = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        String requested = accepted == null ? texts.locale().orElse("en") : accepted;
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", typePrefix + exception.key());
        problem.put("title", texts.text(requested, exception.key(), exception.arguments()));
        problem.put("status", exception.status());
        problem.put("code", exception.key());
        problem.put("arguments", exception.arguments());
        Response.ResponseBuilder response = Response.status(exception.status()).type(PROBLEM).entity(problem)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        texts.locale(requested).ifPresent(it -> response.header(HttpHeaders.CONTENT_LANGUAGE, it));
        return response.build();
    }
}
