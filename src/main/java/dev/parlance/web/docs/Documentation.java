package dev.parlance.web.docs;

import dev.parlance.locales.BoundedCache;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The shipped documentation: the pages of {@code src/docs} and the README, in reading order. */
@Singleton
public final class Documentation {
    public static final String PATH = "/docs";
    static final String README = "readme";
    static final List<String> PAGES = List.of(README, "api", "pages", "rendering", "recognition", "clients", "typescript", "java", "mobile",
            "generated-code", "seeds", "webhooks", "mcp", "editor", "editing", "access", "formats", "cli", "ci", "operators", "operating",
            "usage", "limits", "performance", "extending", "decisions", "changelog");

    private final BoundedCache<String, Document> documents = new BoundedCache<>();

    /** A heading with the identifier of its anchor. */
    public record Heading(String text, String anchor) {
    }

    /**
     * A page.
     *
     * @param summary  the first paragraph as plain text
     * @param headings the headings of the second level
     */
    public record Document(String name, String title, String summary, List<Heading> headings, String html, String markdown) {
    }

    /** Returns a page; empty if it does not exist. */
    Optional<Document> find(String name) {
        return PAGES.contains(name) ? Optional.of(get(name)) : Optional.empty();
    }

    public List<Document> all() {
        return PAGES.stream().map(this::get).toList();
    }

    public static String pathOf(String name) {
        return PATH + "/" + name;
    }

    /** Returns a page, rendered on first use because rendering takes some milliseconds. */
    private Document get(String name) {
        return documents.get(name, it -> MarkdownDocument.read(it, readResource(it)));
    }

    private static String readResource(String name) {
        var path = "/docs/" + (name.equals(README) ? "README" : name) + ".md";
        try (var in = Documentation.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
