package dev.parlance.formats.xliff12;

import dev.parlance.formats.reading.Indentation;
import dev.parlance.formats.reading.XmlReader;
import dev.parlance.formats.reading.XmlReader.Event;
import java.util.Set;

/** Reads the content of {@code <source>} or {@code <target>} as text. */
final class InlineTextReader {
    private static final Set<String> NATIVE = Set.of("ph", "bpt", "ept", "it");
    private static final Set<String> TRANSPARENT = Set.of("mrk", "sub");

    private InlineTextReader() {
    }

    /** Returns the text of the current element, and moves from its start tag to its end tag. */
    static String read(XmlReader xml, boolean preserve) {
        var text = readContent(xml);
        return preserve ? text : Indentation.strip(text);
    }

    private static String readContent(XmlReader xml) {
        var text = new StringBuilder();
        for (var event = xml.next(); event != Event.END; event = xml.next()) {
            if (event == Event.TEXT) {
                text.append(xml.text());
            } else if (event == Event.START) {
                text.append(readElement(xml));
            }
        }
        return text.toString();
    }

    private static String readElement(XmlReader xml) {
        var name = xml.name();
        var id = xml.attribute("id").map(it -> " id=\"" + it + "\"").orElse("");
        var content = readContent(xml);
        if (TRANSPARENT.contains(name) || NATIVE.contains(name) && !content.isEmpty()) {
            return content;
        }
        return name.equals("g") ? "<g" + id + ">" + content + "</g>" : "<" + name + id + "/>" + content;
    }
}
