package dev.parlance.formats.xliff;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.reading.DeclaredLocale;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.formats.reading.FileStart;
import dev.parlance.formats.reading.XmlReader;
import dev.parlance.formats.reading.XmlReader.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads XLIFF 2. */
public final class XliffImport implements ImportFormat {
    static final String NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0";
    private static final Set<String> NAMESPACES = Set.of(NAMESPACE, "urn:oasis:names:tc:xliff:document:2.2");
    private static final Set<String> VERSIONS = Set.of("2.0", "2.1", "2.2");
    private static final Pattern VERSION = Pattern.compile("\\bversion\\s*=\\s*[\"']2\\.");

    @Override
    public String name() {
        return XliffFormat.NAME;
    }

    @Override
    public double recognise(SourceFile file) {
        return FileStart.root(file).filter(it -> it.name().equals("xliff"))
                .map(it -> VERSION.matcher(it.attributes()).find() ? 1 : 0.2).orElse(0.0);
    }

    @Override
    public FileContent read(SourceFile file) {
        var parser = new FileParser(file);
        var content = parser.read();
        XliffValidation.validate(file, parser.xml.fileText(), parser.lines);
        return content;
    }

    private static final class FileParser {
        private final XmlReader xml;
        private final EntryCollector entries;
        private final Map<String, Integer> lines = new HashMap<>();

        FileParser(SourceFile file) {
            xml = XmlReader.open(file);
            entries = new EntryCollector(file);
        }

        FileContent read() {
            xml.expectRoot("xliff");
            var version = xml.attribute("version").orElse("");
            if (!VERSIONS.contains(version)) {
                throw xml.fault(FileFault.UNSUPPORTED_VERSION, "version " + version);
            } else if (!NAMESPACES.contains(xml.namespace())) {
                throw xml.fault("unknown namespace " + xml.namespace());
            }
            var source = DeclaredLocale.parse(xml.attribute("srcLang").orElse(""), xml.line(), entries);
            var target = DeclaredLocale.parse(xml.attribute("trgLang").orElse(""), xml.line(), entries);
            readChildren(preserves(false), true);
            while (xml.next() != Event.END_OF_FILE) {
                // The content after the root must be well-formed too.
            }
            return entries.content(target, source);
        }

        private boolean preserves(boolean inherited) {
            return xml.attribute("space").map("preserve"::equals).orElse(inherited);
        }

        private void readChildren(boolean preserve, boolean translate) {
            while (xml.nextChild()) {
                var name = NAMESPACES.contains(xml.namespace()) ? xml.name() : "";
                boolean translated = xml.attribute("translate").map("yes"::equals).orElse(translate);
                if (name.equals("file") || name.equals("group")) {
                    readChildren(preserves(preserve), translated);
                } else if (name.equals("unit")) {
                    readUnit(preserves(preserve), translated);
                } else {
                    xml.skip();
                }
            }
        }

        private void readUnit(boolean preserve, boolean translated) {
            int line = xml.line();
            var id = xml.attribute("id").orElse("");
            lines.put(id, line);
            if (translated) {
                var unit = new UnitReader(xml, preserve, id, xml.attribute("name").orElse(""));
                unit.addTo(entries, line);
            } else {
                entries.report(Reason.NOT_TRANSLATABLE, line, xml.attribute("name").orElse(id));
                xml.skip();
            }
        }
    }
}
