package dev.parlance.formats.reading;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the elements of an XML file without resolving entities or opening connections.
 *
 * <p>Always uses the parser of the JDK, even if the class path contains another one.
 */
public final class XmlReader {
    /** Translation files have fewer than twenty levels, including markup in texts. */
    private static final int MAX_DEPTH = 100;
    private static final String PARSER_DEPTH = "jdk.xml.maxElementDepth";
    /** Excludes {@code <}, so that the search is linear in files that repeat the start of a declaration. */
    private static final Pattern INTERNAL_SUBSET = Pattern.compile("<!DOCTYPE[^<>\\[]*\\[");
    private static final Pattern ENTITY_BEFORE_ERROR = Pattern.compile("&[^\\s&;#<]{1,100};?\\z");
    /** Separates the position from the message in exceptions of the parser. */
    private static final String MESSAGE = "\nMessage: ";
    private static final XMLInputFactory FACTORY = factory();

    private final SourceFile file;
    private final boolean ignoresDoctype;
    private final String text;
    private final XMLStreamReader xml;
    private int depth;

    /** The kind of the current event. */
    public enum Event {
        START, END, TEXT, COMMENT, END_OF_FILE
    }

    private XmlReader(SourceFile file, boolean ignoresDoctype) {
        this.file = file;
        this.ignoresDoctype = ignoresDoctype;
        this.text = FileStart.decodeXml(file);
        try {
            this.xml = FACTORY.createXMLStreamReader(new StringReader(text));
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    /** Opens a file, in which a document type declaration is a fault. */
    public static XmlReader open(SourceFile file) {
        return new XmlReader(file, false);
    }

    /**
     * Opens a file of a format that requires a document type declaration. The declaration is skipped and must not have an internal subset.
     */
    public static XmlReader openIgnoringDoctype(SourceFile file) {
        return new XmlReader(file, true);
    }

    /**
     * Moves to the next event.
     *
     * @throws FileFormatException if the file is not well-formed, declares or uses an entity, or is nested too deeply
     */
    public Event next() {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > MAX_DEPTH) {
                            throw fault(FileFault.TOO_DEEP, "elements are nested more than " + MAX_DEPTH + " deep");
                        }
                        return Event.START;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return Event.END;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return Event.TEXT;
                    }
                    case XMLStreamConstants.COMMENT -> {
                        return Event.COMMENT;
                    }
                    case XMLStreamConstants.DTD -> checkDoctype();
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                            throw fault(FileFault.ENTITY, "entities are not resolved: " + xml.getLocalName());
                    default -> {
                        // Processing instructions are intended for other programs.
                    }
                }
            }
            return Event.END_OF_FILE;
        } catch (XMLStreamException e) {
            throw fault(e);
        } catch (MissingResourceException e) {
            // The parser has no message for some invalid characters.
            throw fault("invalid character");
        }
    }

    /** Moves to the start tag of the root and checks its name. */
    public void expectRoot(String name) {
        var event = next();
        while (event != Event.START) {
            event = next();
        }
        if (!name().equals(name)) {
            throw fault("expected <" + name + "> but found <" + name() + ">");
        }
    }

    /** Moves to the next start tag inside the current element; returns false at the end tag of that element. */
    public boolean nextChild() {
        while (true) {
            var event = next();
            if (event == Event.START) {
                return true;
            } else if (event != Event.TEXT && event != Event.COMMENT) {
                return false;
            }
        }
    }

    /** Moves from a start tag to the matching end tag. */
    public void skip() {
        int end = depth - 1;
        while (depth > end) {
            next();
        }
    }

    /** Returns the text of an element, including the text of nested elements, and moves to its end tag. */
    public String elementText() {
        int end = depth - 1;
        var content = new StringBuilder();
        while (depth > end) {
            if (next() == Event.TEXT) {
                content.append(xml.getText());
            }
        }
        return content.toString();
    }

    public boolean isStart() {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    /** Returns the name of the element, without prefix. */
    public String name() {
        return xml.getLocalName();
    }

    /** Returns the namespace of the element; empty if it has none. */
    public String namespace() {
        return Optional.ofNullable(xml.getNamespaceURI()).orElse("");
    }

    /** Returns an attribute, ignoring its namespace. */
    public Optional<String> attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** Returns the attributes by name, without prefixes, in the order of the file. */
    public Map<String, String> attributes() {
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.putIfAbsent(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }

    /** Returns the characters of the current text or comment. */
    public String text() {
        return xml.getText();
    }

    /** Returns the decoded file. */
    public String fileText() {
        return text;
    }

    /** Returns the line on which the current event ends. */
    public int line() {
        return Math.max(0, xml.getLocation().getLineNumber());
    }

    public FileFormatException fault(String detail) {
        return fault(FileFault.MALFORMED, detail);
    }

    public FileFormatException fault(FileFault fault, String detail) {
        return new FileFormatException(file.path(), fault, line(), detail);
    }

    private void checkDoctype() {
        if (!ignoresDoctype || INTERNAL_SUBSET.matcher(text).find()) {
            throw fault(FileFault.ENTITY, "document type declarations are not allowed");
        }
    }

    /** The parser has no error code for an undeclared entity in an attribute, and its message is localised. */
    private FileFormatException fault(XMLStreamException e) {
        var place = Optional.ofNullable(e.getLocation());
        int line = place.map(it -> Math.max(0, it.getLineNumber())).orElse(0);
        var before = textBefore(line, place.map(Location::getColumnNumber).orElse(0));
        var fault = ENTITY_BEFORE_ERROR.matcher(before).find() ? FileFault.ENTITY : FileFault.MALFORMED;
        var message = Optional.ofNullable(e.getMessage()).orElse("not well-formed");
        return new FileFormatException(file.path(), fault, line, message.substring(
                message.contains(MESSAGE) ? message.indexOf(MESSAGE) + MESSAGE.length() : 0));
    }

    /** Returns the last characters before a position on a line. */
    private String textBefore(int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        int end = Math.max(0, Math.min(text.length(), start + column - 1));
        return text.substring(Math.max(start, end - 110), Math.max(start, end));
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // Newer Java versions have the same limit, but report it as a well-formedness error.
        factory.setProperty(PARSER_DEPTH, Integer.toString(MAX_DEPTH + 1));
        factory.setXMLReporter((message, type, information, location) -> {
            // Without a reporter, the parser prints errors to the console. It throws them as well.
        });
        return factory;
    }
}
