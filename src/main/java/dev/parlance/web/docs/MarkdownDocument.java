package dev.parlance.web.docs;

import dev.parlance.web.docs.Documentation.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A page of the documentation, rendered as HTML with anchors and with links to the other pages. */
final class MarkdownDocument {
    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    /** Links between the Markdown files of the source folder, and to the README. */
    private static final Pattern PAGE_LINK = Pattern.compile("(?:src/docs/|\\./)?([a-z-]+)\\.md(#.*)?");
    private static final Pattern README_LINK = Pattern.compile("\\.\\./\\.\\./README\\.md(#.*)?");
    private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]");

    private final Map<Node, String> anchors = new IdentityHashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Set<Link> anchorLinks = new HashSet<>();
    private final List<Documentation.Heading> headings = new ArrayList<>();
    private String title = "";
    private String summary = "";

    private MarkdownDocument() {
    }

    static Document read(String name, String markdown) {
        return new MarkdownDocument().render(name, markdown);
    }

    private Document render(String name, String markdown) {
        var document = PARSER.parse(markdown);
        document.accept(new Preparation());
        var html = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).sanitizeUrls(true)
                .attributeProviderFactory(context -> this::addAttributes).build().render(document);
        return new Document(name, title, summary, List.copyOf(headings), html, markdown);
    }

    private void addAttributes(Node node, String tag, Map<String, String> attributes) {
        Optional.ofNullable(anchors.get(node)).ifPresent(it -> attributes.put("id", it));
        if (node instanceof Link link && anchorLinks.contains(link)) {
            attributes.put("class", "anchor");
        } else if (node instanceof FencedCodeBlock && tag.equals("pre") || node instanceof TableBlock) {
            // Scrollable blocks must be reachable by keyboard.
            attributes.put("tabindex", "0");
        }
    }

    /** Collects title, summary and headings, and resolves links. */
    private final class Preparation extends AbstractVisitor {
        @Override
        public void visit(Heading heading) {
            super.visit(heading);
            var text = PlainText.of(heading);
            var anchor = unique(anchorOf(text));
            anchors.put(heading, anchor);
            if (heading.getLevel() == 1 && title.isEmpty()) {
                title = text;
                return;
            }
            if (heading.getLevel() == 2) {
                headings.add(new Documentation.Heading(text, anchor));
            }
            var link = new Link("#" + anchor, null);
            link.appendChild(new Text("#"));
            anchorLinks.add(link);
            heading.appendChild(new Text(" "));
            heading.appendChild(link);
        }

        @Override
        public void visit(Paragraph paragraph) {
            super.visit(paragraph);
            if (summary.isEmpty()) {
                summary = PlainText.of(paragraph);
            }
        }

        /** Replaces an image with its text, because the pictures in the README show this service itself. */
        @Override
        public void visit(Image image) {
            super.visit(image);
            while (image.getFirstChild() != null) {
                image.insertBefore(image.getFirstChild());
            }
            image.unlink();
        }

        @Override
        public void visit(Link link) {
            super.visit(link);
            resolve(link.getDestination()).ifPresentOrElse(link::setDestination, () -> unwrap(link));
        }
    }

    private String unique(String anchor) {
        int count = uses.merge(anchor, 1, Integer::sum);
        return count == 1 ? anchor : anchor + "-" + (count - 1);
    }

    /** Returns the anchor of a heading, as GitHub creates it. */
    static String anchorOf(String heading) {
        return NOT_IN_ANCHORS.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
    }

    /** Returns the address of a link; empty if the linked file is not served. */
    static Optional<String> resolve(String destination) {
        if (destination.startsWith("#") || destination.startsWith("https://") || destination.startsWith("http://")) {
            return Optional.of(destination);
        }
        var readme = README_LINK.matcher(destination);
        if (readme.matches()) {
            return Optional.of(Documentation.pathOf(Documentation.README) + Optional.ofNullable(readme.group(1)).orElse(""));
        }
        var page = PAGE_LINK.matcher(destination);
        return page.matches() && Documentation.PAGES.contains(page.group(1))
                ? Optional.of(Documentation.pathOf(page.group(1)) + Optional.ofNullable(page.group(2)).orElse("")) : Optional.empty();
    }

    private static void unwrap(Link link) {
        while (link.getFirstChild() != null) {
            link.insertBefore(link.getFirstChild());
        }
        link.unlink();
    }
}
