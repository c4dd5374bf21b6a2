package dev.parlance.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of the detail of a problem on a page.
 *
 * @param path the page to which the part links; empty if it is text
 */
public record ProblemDetail(String text, String path) {
    private static final String API_PAGE = "/docs/api";

    /** A call of the API whose answer has a page. The texts of problems name it as the next step. */
    private static final Pattern LIST = Pattern.compile("GET /v1/(?:openapi|catalogs(?:/([a-z0-9._-]+)/messages)?)(?![/\\w])");

    /** Returns the parts of a detail, in which calls of the API are replaced with links to the pages that show the same. */
    static List<ProblemDetail> of(String detail) {
        var parts = new ArrayList<ProblemDetail>();
        var call = LIST.matcher(detail);
        int start = 0;
        while (call.find()) {
            var path = pageOf(call.group(), call.group(1));
            parts.add(new ProblemDetail(detail.substring(start, call.start()), ""));
            parts.add(new ProblemDetail(path, path));
            start = call.end();
        }
        parts.add(new ProblemDetail(detail.substring(start), ""));
        return parts;
    }

    private static String pageOf(String call, @Nullable String catalog) {
        if (call.endsWith("/openapi")) {
            return API_PAGE;
        }
        return catalog == null ? CodeLists.PATH : CodeLists.PATH + "/" + catalog;
    }
}
