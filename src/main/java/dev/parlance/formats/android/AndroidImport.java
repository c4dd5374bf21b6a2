package dev.parlance.formats.android;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.FileText;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.reading.DeclaredLocale;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.formats.reading.FileStart;
import dev.parlance.formats.reading.XmlReader;
import dev.parlance.formats.reading.XmlReader.Event;
import dev.parlance.locales.LocaleTag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code strings.xml}. */
public final class AndroidImport implements ImportFormat {
    private static final Set<String> QUANTITIES = Set.of("zero", "one", "two", "few", "many", "other");
    private static final Pattern REFERENCE = Pattern.compile("@(null|empty|\\+?\\*?([\\w.]+:)?\\w+/[\\w.]+)|\\?([\\w.]+:)?\\w+/[\\w.]+");
    private static final Pattern TEXT_ELEMENT = Pattern.compile("<(string|plurals|string-array)\\s[^>]*\\bname=");

    @Override
    public String name() {
        return AndroidFormat.NAME;
    }

    @Override
    public Optional<MessageDialect> dialect() {
        return Optional.of(MessageDialect.PRINTF);
    }

    @Override
    public double recognise(SourceFile file) {
        boolean root = FileStart.root(file).filter(it -> it.name().equals("resources")).isPresent();
        return !root ? 0 : TEXT_ELEMENT.matcher(FileStart.of(file)).find() ? 1 : 0.5;
    }

    @Override
    public FileContent read(SourceFile file) {
        return new FileParser(file).read();
    }

    private static final class FileParser {
        private final XmlReader xml;
        private final EntryCollector entries;

        FileParser(SourceFile file) {
            xml = XmlReader.open(file);
            entries = new EntryCollector(file);
        }

        FileContent read() {
            xml.expectRoot("resources");
            Optional<LocaleTag> locale = xml.attribute("locale").flatMap(it -> DeclaredLocale.parse(it, xml.line(), entries));
            var comment = "";
            for (var event = xml.next(); event != Event.END; event = xml.next()) {
                if (event == Event.COMMENT) {
                    comment = xml.text().strip();
                } else if (event == Event.START) {
                    readResource(FileDetails.comment(comment));
                    comment = "";
                } else if (xml.text().chars().filter(it -> it == '\n').count() > 1) {
                    // A comment followed by an empty line describes a section of the file.
                    comment = "";
                }
            }
            while (xml.next() != Event.END_OF_FILE) {
                // Comments after the root describe no message, but the whole file must be well-formed.
            }
            return entries.content(locale, Optional.empty());
        }

        private void readResource(FileDetails details) {
            int line = xml.line();
            var name = xml.attribute("name").orElse("");
            var type = xml.name().equals("item") ? xml.attribute("type").orElse("") : xml.name();
            var skipped = reasonToSkip(type);
            if (skipped.isPresent()) {
                entries.report(skipped.get(), line, name);
                xml.skip();
                return;
            }
            var dialect = xml.attribute("formatted").filter("false"::equals).map(it -> MessageDialect.PLAIN);
            switch (type) {
                case "string" -> {
                    var text = readText(name);
                    text.ifPresent(it -> entries.add(new FileEntry(name, line, List.of(text(new RawText.Single(it), dialect)), details)));
                }
                case "plurals" -> readPlurals(name, line, details);
                case "string-array" -> readArray(name, details);
                default -> xml.skip();
            }
        }

        /** Elements without a text, such as {@code <eat-comment/>}, are not messages, so they are skipped without an issue. */
        private Optional<Reason> reasonToSkip(String type) {
            if (Set.of("eat-comment", "skip", "public", "overlayable").contains(type)) {
                return Optional.empty();
            } else if (!Set.of("string", "plurals", "string-array").contains(type)) {
                return Optional.of(Reason.NOT_A_TEXT);
            } else if (xml.attribute("name").orElse("").isEmpty()) {
                return Optional.of(Reason.NO_KEY);
            } else if (xml.attribute("translatable").filter("false"::equals).isPresent()) {
                return Optional.of(Reason.NOT_TRANSLATABLE);
            }
            return xml.attribute("product").filter(it -> !it.equals("default")).map(it -> Reason.VARIANT);
        }

        private static FileText text(RawText text, Optional<MessageDialect> dialect) {
            return new FileText(Optional.empty(), text, Optional.empty(), Optional.empty(), dialect);
        }

        private void readPlurals(String name, int line, FileDetails details) {
            var forms = new TreeMap<String, String>();
            while (xml.nextChild()) {
                var quantity = xml.attribute("quantity").orElse("");
                if (!QUANTITIES.contains(quantity)) {
                    throw xml.fault("unknown quantity: " + quantity);
                } else if (forms.containsKey(quantity)) {
                    entries.report(Reason.DUPLICATE_KEY, xml.line(), name);
                    xml.skip();
                } else {
                    readText(name).ifPresent(it -> forms.put(quantity, it));
                }
            }
            if (forms.isEmpty()) {
                entries.report(Reason.EMPTY, line, name);
            } else {
                var text = text(new RawText.PluralForms("", false, forms), Optional.empty());
                entries.add(new FileEntry(name, line, List.of(text), details));
            }
        }

        private void readArray(String name, FileDetails details) {
            for (int i = 0; xml.nextChild(); i++) {
                var key = name + "[" + i + "]";
                int line = xml.line();
                readText(key).map(it -> new FileText(new RawText.Single(it)))
                        .ifPresent(it -> entries.add(new FileEntry(key, line, List.of(it), details)));
            }
        }

        /** Reads the current element; empty if it refers to another resource, which is reported. */
        private Optional<String> readText(String key) {
            int line = xml.line();
            var raw = new StringBuilder();
            var text = new AndroidText();
            try {
                readContent(text, raw);
                if (REFERENCE.matcher(raw.toString().strip()).matches()) {
                    entries.report(Reason.REFERENCE, line, key);
                    return Optional.empty();
                }
                return Optional.of(text.finish());
            } catch (IllegalArgumentException e) {
                throw xml.fault(e.getMessage());
            }
        }

        private void readContent(AndroidText text, StringBuilder raw) {
            for (var event = xml.next(); event != Event.END; event = xml.next()) {
                if (event == Event.TEXT) {
                    raw.append(xml.text());
                    text.append(xml.text());
                } else if (event == Event.START) {
                    raw.append('<');
                    readElement(text, raw);
                }
            }
        }

        private void readElement(AndroidText text, StringBuilder raw) {
            var name = xml.name();
            boolean placeholder = name.equals("g");
            if (!placeholder) {
                var tag = new StringBuilder("<").append(name);
                xml.attributes().forEach((attribute, value) -> tag.append(' ').append(attribute).append("=\"").append(value).append('"'));
                text.appendTag(tag.append('>').toString());
            }
            readContent(text, raw);
            if (!placeholder) {
                text.appendTag("</" + name + ">");
            }
        }
    }
}
