package dev.parlance.formats.xliff12;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.FileText;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.RawText;
import dev.parlance.formats.ReviewState;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.reading.DeclaredLocale;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.formats.reading.FileStart;
import dev.parlance.formats.reading.XmlReader;
import dev.parlance.formats.reading.XmlReader.Event;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads XLIFF 1.2. */
public final class Xliff12Import implements ImportFormat {
    private static final Pattern VERSION = Pattern.compile("\\bversion\\s*=\\s*[\"']1\\.");
    /** Ids of Angular are numbers too, but they are hashes and therefore longer. */
    private static final Pattern COUNTER = Pattern.compile("\\d{1,6}");

    @Override
    public String name() {
        return Xliff12Format.NAME;
    }

    @Override
    public double recognise(SourceFile file) {
        return FileStart.root(file).filter(it -> it.name().equals("xliff"))
                .map(it -> VERSION.matcher(it.attributes()).find() ? 1 : 0.2).orElse(0.0);
    }

    @Override
    public FileContent read(SourceFile file) {
        return new FileParser(file).read();
    }

    private static final class FileParser {
        private static final Set<String> CONTAINERS = Set.of("body", "group");

        private final XmlReader xml;
        private final EntryCollector entries;
        private Optional<LocaleTag> locale = Optional.empty();
        private Optional<LocaleTag> sourceLocale = Optional.empty();
        private Optional<LocaleTag> fileLocale = Optional.empty();
        private boolean sourceIsForeign;
        private boolean first = true;

        FileParser(SourceFile file) {
            xml = XmlReader.open(file);
            entries = new EntryCollector(file);
        }

        FileContent read() {
            xml.expectRoot("xliff");
            var version = xml.attribute("version").orElse("");
            if (!version.equals("1.2") && !version.equals("1.1")) {
                throw xml.fault(FileFault.UNSUPPORTED_VERSION, "version " + version);
            }
            boolean preserve = preserves(false);
            while (xml.nextChild()) {
                if (xml.name().equals("file")) {
                    readFile(preserves(preserve));
                } else {
                    xml.skip();
                }
            }
            while (xml.next() != Event.END_OF_FILE) {
                // The content after the root must be well-formed too.
            }
            return entries.content(locale, sourceLocale);
        }

        private void readFile(boolean preserve) {
            var source = DeclaredLocale.parse(xml.attribute("source-language").orElse(""), xml.line(), entries);
            fileLocale = DeclaredLocale.parse(xml.attribute("target-language").orElse(""), xml.line(), entries);
            if (first) {
                sourceLocale = source;
                locale = fileLocale;
                first = false;
            }
            sourceIsForeign = source.isPresent() && !source.equals(sourceLocale);
            if (sourceIsForeign) {
                // The imported file has a single source language, so source texts in other languages are ignored.
                entries.report(Reason.METADATA, xml.line(), source.get().value());
            }
            readUnits(preserve);
        }

        private void readUnits(boolean preserve) {
            while (xml.nextChild()) {
                if (CONTAINERS.contains(xml.name())) {
                    readUnits(preserves(preserve));
                } else if (xml.name().equals("trans-unit")) {
                    readUnit(preserves(preserve));
                } else {
                    if (xml.name().equals("bin-unit")) {
                        entries.report(Reason.NOT_A_TEXT, xml.line(), xml.attribute("id").orElse(""));
                    }
                    xml.skip();
                }
            }
        }

        private boolean preserves(boolean inherited) {
            return xml.attribute("space").map("preserve"::equals).orElse(inherited);
        }

        private void readUnit(boolean preserve) {
            int line = xml.line();
            var id = xml.attribute("id").orElse("");
            var name = xml.attribute("resname").filter(it -> !it.isEmpty());
            var approved = xml.attribute("approved").filter("yes"::equals);
            if (xml.attribute("translate").filter("no"::equals).isPresent()) {
                entries.report(Reason.NOT_TRANSLATABLE, line, name.orElse(id));
                xml.skip();
                return;
            }
            var source = "";
            Optional<String> target = Optional.empty();
            Optional<ReviewState> state = Optional.empty();
            var notes = new ArrayList<String>();
            while (xml.nextChild()) {
                switch (xml.name()) {
                    case "source" -> source = InlineTextReader.read(xml, preserves(preserve));
                    case "target" -> {
                        state = xml.attribute("state").map(FileParser::state);
                        target = Optional.of(InlineTextReader.read(xml, preserves(preserve)));
                    }
                    case "note" -> notes.add(xml.elementText().strip());
                    default -> xml.skip();
                }
            }
            var key = name.orElse(COUNTER.matcher(id).matches() ? source : id);
            var declared = state;
            var texts = new ArrayList<FileText>();
            // Tools write an empty target for a missing translation.
            if (target.isPresent() && (!target.get().isEmpty() || source.isEmpty())) {
                texts.add(new FileText(fileLocale.equals(locale) ? Optional.empty() : fileLocale, new RawText.Single(target.get()),
                        Optional.empty(), approved.map(it -> ReviewState.APPROVED).or(() -> declared), Optional.empty()));
            }
            var sourceText = Optional.of(source).filter(it -> !it.isEmpty() && !sourceIsForeign).<RawText>map(RawText.Single::new);
            if (texts.isEmpty() && sourceText.isEmpty()) {
                entries.report(Reason.EMPTY, line, key);
            } else {
                entries.add(new FileEntry(key, line, texts, FileDetails.comment(String.join("\n", notes)), sourceText));
            }
        }

        private static ReviewState state(String state) {
            return switch (state) {
                case "final", "signed-off" -> ReviewState.APPROVED;
                case "translated" -> ReviewState.TRANSLATED;
                default -> ReviewState.DRAFT;
            };
        }
    }
}
