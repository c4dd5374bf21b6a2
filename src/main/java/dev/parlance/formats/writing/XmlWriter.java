package dev.parlance.formats.writing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes indented XML 1.0 in UTF-8. Characters that XML does not allow become U+FFFD. */
public final class XmlWriter {
    private final StringBuilder out;
    private final String indent;
    private final Deque<String> open = new ArrayDeque<>();

    /** @param prolog the lines before the root element */
    public XmlWriter(String prolog, String indent) {
        this.out = new StringBuilder(prolog);
        this.indent = indent;
    }

    /** Returns whether XML 1.0 allows all characters of a text. */
    public static boolean canHold(String text) {
        return text.codePoints().allMatch(XmlWriter::isXml);
    }

    /** @param attributes alternating names and values */
    public void start(String name, String... attributes) {
        newLine();
        tag(name, attributes).append('>');
        open.push(name);
    }

    public void end() {
        var name = open.pop();
        newLine();
        out.append("</").append(name).append('>');
    }

    public void element(String name, String text, String... attributes) {
        elementWithMarkup(name, escape(text), attributes);
    }

    /** @param markup escaped by the caller */
    public void elementWithMarkup(String name, String markup, String... attributes) {
        newLine();
        tag(name, attributes).append('>').append(markup).append("</").append(name).append('>');
    }

    public void empty(String name, String... attributes) {
        newLine();
        tag(name, attributes).append("/>");
    }

    /** Writes a comment. Two adjacent hyphens are separated, because comments may not contain them. */
    public void comment(String text) {
        newLine();
        out.append("<!-- ").append(escapeComment(text)).append(" -->");
    }

    public byte[] finish() {
        return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder tag(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"").append(escapeAttribute(attributes[i + 1])).append('"');
        }
        return out;
    }

    private void newLine() {
        if (out.length() > 0) {
            out.append('\n');
        }
        out.append(indent.repeat(open.size()));
    }

    /** Escapes text. A parser normalises carriage returns, and interprets {@code ]]>} as the end of a section. */
    public static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\r' -> escaped.append("&#13;");
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /** A parser converts line breaks and tabs in attributes to spaces. */
    private static String escapeAttribute(String text) {
        return escape(text).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
    }

    private static String escapeComment(String text) {
        var escaped = new StringBuilder();
        text.strip().codePoints().forEach(c -> {
            if (c == '-' && escaped.length() > 0 && escaped.charAt(escaped.length() - 1) == '-') {
                escaped.append(' ');
            }
            escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
