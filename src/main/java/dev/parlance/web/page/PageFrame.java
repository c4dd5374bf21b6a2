package dev.parlance.web.page;

import java.util.List;
import java.util.Map;

/**
 * The common parts of a page: labels, title, address and links to the page in other languages.
 *
 * @param title       the page title, without the name of the service
 * @param description one sentence for search engines and link previews
 * @param canonical   the absolute address of the page in its language
 * @param alternates  the same page in other languages; empty if it has none
 * @param assets      addresses of style sheets and images by file name
 * @param locale      the language that the visitor selected; empty if it was negotiated
 */
public record PageFrame(Labels labels, String title, String description, String canonical, List<Alternate> alternates,
                        Map<String, String> assets, String locale) {

    /**
     * A page in another language.
     *
     * @param language  BCP 47 tag
     * @param name      native name of the language
     * @param direction direction of the name
     * @param url       absolute address
     * @param path      address within this service
     */
    public record Alternate(String language, String name, String direction, String url, String path) {
    }

    /** Returns the path with the language that the visitor selected, so that links preserve the selection. */
    public String link(String path) {
        return locale.isEmpty() ? path : QueryString.of("locale", locale).appendTo(path);
    }

    public String asset(String file) {
        return assets.get(file);
    }

    /** Returns the address without a language parameter, for which the language is negotiated. */
    public String neutralUrl() {
        int query = canonical.indexOf('?');
        return query < 0 ? canonical : canonical.substring(0, query);
    }
}
