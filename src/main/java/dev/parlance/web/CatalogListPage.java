package dev.parlance.web;

import dev.parlance.web.page.PageFrame;
import java.util.List;

/** The public catalogs. */
public record CatalogListPage(PageFrame frame, List<CatalogRow> catalogs, String previous, String next) {

    /**
     * A catalog.
     *
     * @param messages  number of messages
     * @param languages number of languages
     */
    public record CatalogRow(String name, String title, int messages, int languages, int release, String path) {
    }
}
