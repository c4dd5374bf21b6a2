package dev.parlance.web.page;

import dev.parlance.rest.http.CacheHeaders;
import dev.parlance.rest.http.PrecomputedResponse;
import dev.parlance.rest.http.SecurityHeaders;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;

/** Creates responses with pages. The entity tag is a digest of the page, so that unchanged pages result in 304. */
public final class PageResponses {
    public static final String HTML = "text/html;charset=UTF-8";

    private PageResponses() {
    }

    /**
     * Returns a page.
     *
     * @param headers further headers
     * @param vary    the request headers by which the response varies, apart from {@code Accept-Language}
     */
    public static RestResponse<String> html(PageRequest request, TemplateInstance page, Map<String, String> headers, String... vary) {
        var all = new LinkedHashMap<>(headers);
        all.put(SecurityHeaders.POLICY_HEADER, SecurityHeaders.PAGE_POLICY);
        return create(request, HTML, page.render(), all, vary);
    }

    /** Returns a page whose only texts are its labels. */
    public static RestResponse<String> html(PageRequest request, TemplateInstance page, Labels labels) {
        return html(request, page, Map.of(HttpHeaders.CONTENT_LANGUAGE, labels.language()));
    }

    /**
     * Returns another representation of a page.
     *
     * @param headers further headers
     * @param vary    the request headers by which the response varies, apart from {@code Accept-Language}
     */
    public static RestResponse<String> create(PageRequest request, String mediaType, String body, Map<String, String> headers,
            String... vary) {
        var all = new LinkedHashMap<>(headers);
        all.put(HttpHeaders.CACHE_CONTROL, CacheHeaders.CHANNEL);
        var varying = Stream.concat(Stream.of(vary), request.negotiatesLanguage() ? Stream.of(HttpHeaders.ACCEPT_LANGUAGE) : Stream.empty())
                .collect(Collectors.joining(", "));
        if (!varying.isEmpty()) {
            all.put(HttpHeaders.VARY, varying);
        }
        return PrecomputedResponse.ofText(body, mediaType, all, request.ifNoneMatch());
    }
}
