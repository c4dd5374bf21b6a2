package dev.parlance.web;

import dev.parlance.web.CodePage.ArgumentField;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** The page of a code as plain text and as Markdown. */
final class CodeText {
    private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder().build();

    private CodeText() {
    }

    static String plain(CodePage page) {
        var definition = page.definition();
        return Stream.of(definition.code() + " " + definition.reason() + " (HTTP " + definition.httpStatus()
                                + ", gRPC " + definition.grpcStatus() + ")",
                        page.message().text(), page.description().text(), advice(page))
                .filter(it -> !it.isEmpty()).collect(Collectors.joining("\n\n", "", "\n"));
    }

    static String markdown(CodePage page) {
        var labels = page.frame().labels();
        var definition = page.definition();
        var document = new Document();
        document.appendChild(heading(1, definition.code() + " " + definition.reason()));
        document.appendChild(paragraph(page.message().text()));
        if (!page.description().isEmpty()) {
            document.appendChild(paragraph(page.description().text()));
        }
        document.appendChild(list(Stream.concat(Stream.of(labels.get("code.status") + ": " + definition.httpStatus(),
                labels.get("code.grpcStatus") + ": " + definition.grpcStatus(),
                labels.get("code.key") + ": " + definition.key()),
                Stream.of(advice(page)).filter(it -> !it.isEmpty()).map(it -> labels.get("code.handling") + ": " + it))));
        if (!page.arguments().isEmpty()) {
            document.appendChild(heading(2, labels.get("code.arguments")));
            document.appendChild(arguments(page.arguments()));
        }
        document.appendChild(heading(2, labels.get("code.languages")));
        document.appendChild(list(page.translations().stream().map(it -> it.language() + ": " + it.text())));
        document.appendChild(heading(2, "curl"));
        var snippet = new FencedCodeBlock();
        snippet.setFenceCharacter("`");
        snippet.setInfo("sh");
        snippet.setLiteral(page.snippets().curl() + "\n");
        document.appendChild(snippet);
        return RENDERER.render(document);
    }

    private static String advice(CodePage page) {
        return page.guidance().isGiven() ? page.frame().labels().get(page.guidance().label()) : "";
    }

    private static Node arguments(List<ArgumentField> arguments) {
        var list = new BulletList();
        list.setTight(true);
        for (var argument : arguments) {
            var paragraph = new Paragraph();
            paragraph.appendChild(new Code(argument.name()));
            paragraph.appendChild(new Text(": " + argument.type() + (argument.example().isEmpty() ? "" : ", " + argument.example())));
            list.appendChild(item(paragraph));
        }
        return list;
    }

    private static Node list(Stream<String> items) {
        var list = new BulletList();
        list.setTight(true);
        items.forEach(it -> list.appendChild(item(paragraph(it))));
        return list;
    }

    private static Node item(Node content) {
        var item = new ListItem();
        item.appendChild(content);
        return item;
    }

    /** Replaces line breaks, which are spaces in Markdown. In a text node, they could start another block. */
    private static Node paragraph(String text) {
        var paragraph = new Paragraph();
        paragraph.appendChild(new Text(text.replaceAll("\\R", " ")));
        return paragraph;
    }

    private static Node heading(int level, String text) {
        var heading = new Heading();
        heading.setLevel(level);
        heading.appendChild(new Text(text));
        return heading;
    }
}
