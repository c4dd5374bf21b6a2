package dev.parlance.formats.apple;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.FileText;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.formats.reading.FileStart;
import dev.parlance.formats.reading.XmlReader;
import dev.parlance.formats.reading.XmlReader.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code .stringsdict} files. */
public final class StringsdictImport implements ImportFormat {

    @Override
    public String name() {
        return StringsdictFormat.NAME;
    }

    @Override
    public Optional<MessageDialect> dialect() {
        return Optional.of(MessageDialect.APPLE);
    }

    @Override
    public double recognise(SourceFile file) {
        boolean plist = FileStart.root(file).filter(it -> it.name().equals("plist")).isPresent();
        return !plist ? 0 : FileStart.of(file).contains(StringsdictFormat.FORMAT_KEY) ? 1
                : file.extension().equals("stringsdict") ? 0.6 : 0.1;
    }

    @Override
    public FileContent read(SourceFile file) {
        return new FileParser(file).read();
    }

    /** The values of a dictionary, each with the line of its key. */
    private record Dictionary(Map<String, Object> values) {
        Optional<String> text(String key) {
            return values.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
        }
    }

    private static final class FileParser {
        private final XmlReader xml;
        private final EntryCollector entries;
        private String comment = "";

        FileParser(SourceFile file) {
            xml = XmlReader.openIgnoringDoctype(file);
            entries = new EntryCollector(file);
        }

        FileContent read() {
            xml.expectRoot("plist");
            if (!xml.nextChild() || !xml.name().equals("dict")) {
                throw xml.fault("expected <dict> in <plist>");
            }
            while (nextKey()) {
                int line = xml.line();
                var details = FileDetails.comment(comment);
                var key = xml.elementText();
                var value = readValue();
                if (value instanceof Dictionary dictionary) {
                    addMessage(key, line, details, dictionary);
                } else {
                    entries.report(Reason.NOT_A_TEXT, line, key);
                }
            }
            while (xml.next() != Event.END_OF_FILE) {
                if (xml.isStart()) {
                    throw xml.fault("a second value in <plist>");
                }
            }
            return entries.content(Optional.empty(), Optional.empty());
        }

        /** Moves to the next key of a dictionary; returns false at its end. */
        private boolean nextKey() {
            comment = "";
            for (var event = xml.next(); event != Event.END; event = xml.next()) {
                if (event == Event.COMMENT) {
                    comment = xml.text().strip();
                } else if (event == Event.START) {
                    if (!xml.name().equals("key")) {
                        throw xml.fault("expected <key>");
                    }
                    return true;
                } else if (!xml.text().isBlank()) {
                    throw xml.fault("unexpected text");
                }
            }
            return false;
        }

        /** Returns a text, a dictionary, or an empty list for any other value. */
        private Object readValue() {
            if (!xml.nextChild()) {
                throw xml.fault("a key without a value");
            } else if (xml.name().equals("string")) {
                return xml.elementText();
            } else if (!xml.name().equals("dict")) {
                xml.skip();
                return List.of();
            }
            var values = new LinkedHashMap<String, Object>();
            while (nextKey()) {
                var key = xml.elementText();
                if (values.putIfAbsent(key, readValue()) != null) {
                    throw xml.fault("a second value of " + key);
                }
            }
            return new Dictionary(values);
        }

        private void addMessage(String key, int line, FileDetails details, Dictionary message) {
            var format = message.text(StringsdictFormat.FORMAT_KEY);
            if (format.isEmpty()) {
                boolean variants = message.values().keySet().stream().anyMatch(it -> it.startsWith("NSString"));
                entries.report(variants ? Reason.VARIANT : Reason.NOT_A_TEXT, line, key);
                return;
            }
            var variables = new LinkedHashMap<String, RawText.PluralForms>();
            for (var member : message.values().entrySet()) {
                if (member.getValue() instanceof Dictionary variable) {
                    if (!variable.text(StringsdictFormat.RULE_KEY).filter(StringsdictFormat.PLURAL_RULE::equals).isPresent()) {
                        entries.report(Reason.VARIANT, line, key);
                        return;
                    }
                    variables.put(member.getKey(), forms(variable));
                }
            }
            entries.add(new FileEntry(key, line, List.of(new FileText(text(format.get(), variables))), details));
        }

        private static RawText.PluralForms forms(Dictionary variable) {
            var forms = new TreeMap<String, String>();
            AppleTexts.CATEGORIES.forEach(it -> variable.text(it).ifPresent(text -> forms.put(it, text)));
            return new RawText.PluralForms("", false, forms);
        }

        private static RawText text(String format, Map<String, RawText.PluralForms> variables) {
            if (variables.isEmpty()) {
                return new RawText.Single(format);
            }
            var only = variables.entrySet().iterator().next();
            boolean whole = variables.size() == 1 && List.of("%#@" + only.getKey() + "@", "%1$#@" + only.getKey() + "@").contains(format);
            return whole ? only.getValue() : new RawText.Substitutions(format, variables);
        }
    }
}
