package dev.parlance.web.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page.
 *
 * @param base           scheme, host and port of the request, without a trailing slash
 * @param path           the path without parameters
 * @param locale         the query parameter {@code locale}; null if it is absent
 * @param acceptLanguage value of the {@code Accept-Language} header
 * @param ifNoneMatch    value of the {@code If-None-Match} header; null if it is absent
 */
public record PageRequest(String base, String path, @Nullable String locale, Optional<String> acceptLanguage,
                          @Nullable String ifNoneMatch) {

    public static PageRequest of(UriInfo uri, HttpHeaders headers, @Nullable String locale) {
        var base = uri.getBaseUri().toString();
        return new PageRequest(base.replaceAll("/+$", ""), uri.getPath(), locale,
                Optional.ofNullable(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)),
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
    }

    /** Returns this request with the path of the page itself instead of one of its representations. */
    public PageRequest at(String otherPath) {
        return new PageRequest(base, otherPath, locale, acceptLanguage, ifNoneMatch);
    }

    /** Returns whether the response varies by {@code Accept-Language}. */
    public boolean negotiatesLanguage() {
        return locale == null;
    }
}
