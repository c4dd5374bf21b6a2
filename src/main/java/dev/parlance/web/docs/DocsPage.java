package dev.parlance.web.docs;

import dev.parlance.web.docs.Documentation.Heading;
import dev.parlance.web.page.PageFrame;
import java.util.List;

/**
 * A page of the documentation, or the list of all pages.
 *
 * @param pages    all pages
 * @param current  name of the page; empty for the list
 * @param headings the headings of the second level
 * @param html     the content as HTML, rendered from shipped Markdown; empty for the list
 */
public record DocsPage(PageFrame frame, List<Link> pages, String current, List<Heading> headings, String html) {

    /** A link to a page. */
    public record Link(String name, String title, String summary, String path) {
        public boolean isCurrent(String current) {
            return name.equals(current);
        }
    }
}
