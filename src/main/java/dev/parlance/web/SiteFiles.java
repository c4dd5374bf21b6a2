package dev.parlance.web;

import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.web.docs.Documentation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Creates the files for crawlers. Addresses contain no characters that must be escaped in XML or Markdown. */
@Singleton
final class SiteFiles {
    static final String XML = "application/xml;charset=UTF-8";
    /**
     * The number of addresses per sitemap. The protocol allows 50,000, but such a large response would block the event loop for too long.
     */
    private static final int MAX_ADDRESSES = 2_000;
    private static final int MAX_CATALOGS = 1_000;
    private static final String XML_DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    private final CodeLists lists;
    private final Documentation documentation;

    SiteFiles(CodeLists lists, Documentation documentation) {
        this.lists = lists;
        this.documentation = documentation;
    }

    String robots(String base) {
        return "User-agent: *\nDisallow: /v1/\nDisallow: /app\n\nSitemap: " + base + "/sitemap.xml\n";
    }

    /** Returns the index of the sitemaps of all public catalogs. */
    String sitemaps(String base) {
        return publicCatalogs().flatMap(it -> IntStream.rangeClosed(1, partCount(it))
                        .mapToObj(part -> "<sitemap><loc>" + base + "/sitemap/" + it.catalog() + "/" + part + "</loc></sitemap>\n"))
                .collect(Collectors.joining("", XML_DECLARATION + "<sitemapindex" + NAMESPACE, "</sitemapindex>\n"));
    }

    static int partCount(Snapshot snapshot) {
        return snapshot.locale(snapshot.offeredLocales().source()).messages().size() / MAX_ADDRESSES + 1;
    }

    /**
     * Returns one part of the sitemap of a catalog, with its list and some of its codes.
     *
     * @param part from 1
     */
    String sitemap(String base, Snapshot snapshot, int part) {
        var catalog = snapshot.catalog().value();
        var messages = snapshot.locale(snapshot.offeredLocales().source()).messages();
        var codes = IntStream.range((part - 1) * MAX_ADDRESSES, Math.min(messages.size(), part * MAX_ADDRESSES))
                .mapToObj(it -> CodePages.pathOf(catalog, messages.get(it).key()));
        var pages = part == 1 ? Stream.of(CodeLists.PATH + "/" + catalog) : Stream.<String>of();
        return Stream.concat(pages, codes).map(it -> "<url><loc>" + base + it + "</loc></url>\n")
                .collect(Collectors.joining("", XML_DECLARATION + "<urlset" + NAMESPACE, "</urlset>\n"));
    }

    /** Returns the summary of the service for language models ({@code llmstxt.org}). */
    String languageModels(String base) {
        var pages = documentation.all().stream()
                .map(it -> "- [" + it.title() + "](" + base + Documentation.pathOf(it.name()) + ".md): " + it.summary());
        var catalogs = publicCatalogs().map(it -> "- [" + plain(it.title()) + "](" + base + CodeLists.PATH + "/" + it.catalog() + "): "
                + it.locale(it.offeredLocales().source()).messages().size() + " messages in "
                + it.offeredLocales().all().size() + " languages");
        return String.join("\n", List.of("# Parlance", "",
                "> Parlance keeps message and error codes in one place and renders them in the reader's language.", "",
                "The page of a code, `" + base + "/codes/{catalog}/{key}`, is also JSON, text and Markdown: add `.json`, `.txt` or `.md`. "
                        + "`" + base + "/v1/openapi` describes the API.", "", "## Documentation", "",
                pages.collect(Collectors.joining("\n")), "", "## Catalogs", "", catalogs.collect(Collectors.joining("\n")), ""));
    }

    /** Removes brackets and line breaks, because users write titles and these characters would change the structure of the file. */
    private static String plain(String title) {
        return title.replaceAll("[\\[\\]\\\\`<>\\p{Cntrl}]+", " ").strip();
    }

    private Stream<Snapshot> publicCatalogs() {
        return lists.publicCatalogs().stream().limit(MAX_CATALOGS);
    }
}
