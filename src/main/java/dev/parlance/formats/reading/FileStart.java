package dev.parlance.formats.reading;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The first characters of a file, by which readers recognise their format. */
public final class FileStart {
    private static final int LENGTH = 16_384;
    private static final Pattern ROOT = Pattern.compile("<([A-Za-z_][\\w.-]*:)?([A-Za-z_][\\w.-]*)((?:\\s[^<>]{0,2000})?)>");
    private static final Pattern XML_ENCODING = Pattern.compile("\\A<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");
    /** Files with an internal subset are recognised, so that the reader can report why it rejects them. */
    private static final Pattern BEFORE_ROOT = Pattern.compile("\\s*+(?:<\\?[^>]*+>|<!DOCTYPE[^>\\[]*+(?:\\[[^\\]]*+\\]\\s*+)?+>)");

    private FileStart() {
    }

    /**
     * The first element of an XML file.
     *
     * @param attributes as written
     */
    public record Root(String name, String attributes) {
    }

    /** Decodes the start of a file. Invalid bytes become U+FFFD. */
    public static String of(SourceFile file) {
        var bytes = file.bytes();
        var charset = charset(bytes);
        var text = new String(bytes, 0, Math.min(bytes.length, LENGTH), charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Decodes a whole file as UTF-8 or UTF-16. A byte order mark is not part of the text.
     *
     * @throws FileFormatException {@code ENCODING} if the bytes are not valid
     */
    public static String decode(SourceFile file) {
        var text = file.decode(charset(file.bytes()), 0);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Decodes an XML file, which may declare another encoding in its ASCII prolog.
     *
     * @throws FileFormatException {@code ENCODING} if the encoding is not known or the bytes are not valid
     */
    static String decodeXml(SourceFile file) {
        var bytes = file.bytes();
        var charset = charset(bytes);
        if (charset.equals(StandardCharsets.UTF_8)) {
            var start = XML_ENCODING.matcher(new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1));
            if (start.find()) {
                charset = charset(file, start.group(1));
            }
        }
        var text = file.decode(charset, 0);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(SourceFile file, String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new FileFormatException(file.path(), FileFault.ENCODING, 1, "unknown encoding " + name);
        }
    }

    /** Returns the first element; empty if the file does not look like XML. */
    public static Optional<Root> root(SourceFile file) {
        var text = of(file);
        var root = ROOT.matcher(text).region(endOfProlog(text), text.length());
        return root.lookingAt() ? Optional.of(new Root(root.group(2), root.group(3))) : Optional.empty();
    }

    /** Returns the offset after declarations, comments and whitespace. */
    private static int endOfProlog(String text) {
        var declaration = BEFORE_ROOT.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("<!--", at) && text.indexOf("-->", at) > 0) {
                at = text.indexOf("-->", at) + 3;
            } else if (declaration.region(at, text.length()).lookingAt()) {
                at = declaration.end();
            } else {
                return at;
            }
        }
        return at;
    }

    /** Returns the encoding indicated by the byte order mark, or by a zero byte beside the first ASCII character; UTF-8 otherwise. */
    static Charset charset(byte[] bytes) {
        int first = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0xFFFF;
        if (first == 0xFEFF || first > 0 && first < 0x80) {
            return StandardCharsets.UTF_16BE;
        }
        return first == 0xFFFE || first != 0 && (first & 0xFF) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }
}
