package dev.parlance.formats.xliff;

import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.FileText;
import dev.parlance.formats.RawText;
import dev.parlance.formats.ReviewState;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.formats.reading.Indentation;
import dev.parlance.formats.reading.XmlReader;
import dev.parlance.formats.reading.XmlReader.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one {@code <unit>}. */
final class UnitReader {
    /** Ids of Angular are numbers too, but they are hashes and therefore longer. */
    private static final Pattern COUNTER = Pattern.compile("\\d{1,6}");
    /** Each code may refer to the same original data, so a text may be far longer than its file. */
    private static final int MAX_CHARACTERS = 100_000;
    private static final Set<String> TRANSPARENT = Set.of("mrk", "sm", "em");

    private final XmlReader xml;
    private final String id;
    private final String name;
    private final Map<String, String> originalData = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();

    /** @param order of the target within the unit, from 1 */
    private record Segment(String source, Optional<String> target, int order, Optional<ReviewState> state, boolean ignorable) {
    }

    /** Creates a reader for the unit at whose start tag the XML reader is. */
    UnitReader(XmlReader xml, boolean preserve, String id, String name) {
        this.xml = xml;
        this.id = id;
        this.name = name;
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "originalData" -> readOriginalData();
                case "notes" -> readNotes();
                case "segment", "ignorable" -> readSegment(preserve);
                default -> xml.skip();
            }
        }
    }

    private void readOriginalData() {
        while (xml.nextChild()) {
            var dataId = xml.attribute("id").orElse("");
            originalData.put(dataId, readContent());
        }
    }

    private void readNotes() {
        while (xml.nextChild()) {
            notes.add(xml.elementText().strip());
        }
    }

    private void readSegment(boolean inherited) {
        boolean ignorable = xml.name().equals("ignorable");
        var state = xml.attribute("state").map(UnitReader::state);
        var source = "";
        Optional<String> target = Optional.empty();
        int order = segments.size() + 1;
        while (xml.nextChild()) {
            boolean preserve = ignorable || xml.attribute("space").map("preserve"::equals).orElse(inherited);
            if (xml.name().equals("source")) {
                source = readText(preserve);
            } else if (xml.name().equals("target")) {
                order = xml.attribute("order").filter(it -> COUNTER.matcher(it).matches()).map(Integer::parseInt).orElse(order);
                target = Optional.of(readText(preserve));
            } else {
                xml.skip();
            }
        }
        segments.add(new Segment(source, target, order, state, ignorable));
    }

    private static ReviewState state(String state) {
        return switch (state) {
            case "final", "reviewed" -> ReviewState.APPROVED;
            case "translated" -> ReviewState.TRANSLATED;
            default -> ReviewState.DRAFT;
        };
    }

    private String readText(boolean preserve) {
        var text = readContent();
        return preserve ? text : Indentation.strip(text);
    }

    private String readContent() {
        var text = new StringBuilder();
        for (var event = xml.next(); event != Event.END; event = xml.next()) {
            if (event == Event.TEXT) {
                text.append(xml.text());
            } else if (event == Event.START) {
                text.append(readElement());
            }
            if (text.length() > MAX_CHARACTERS) {
                throw xml.fault(FileFault.TOO_LARGE, "a text of more than " + MAX_CHARACTERS + " characters");
            }
        }
        return text.toString();
    }

    private String readElement() {
        var element = xml.name();
        if (element.equals("cp")) {
            var character = character(xml.attribute("hex").orElse(""));
            return character + readContent();
        }
        var codeId = xml.attribute("id").or(() -> xml.attribute("startRef")).map(it -> " id=\"" + it + "\"").orElse("");
        var start = xml.attribute("dataRef").or(() -> xml.attribute("dataRefStart")).map(originalData::get);
        var end = xml.attribute("dataRefEnd").map(originalData::get);
        var content = readContent();
        if (TRANSPARENT.contains(element)) {
            return content;
        } else if (element.equals("pc")) {
            return start.orElse("<pc" + codeId + ">") + content + end.orElse("</pc>");
        }
        return start.orElse("<" + element + codeId + "/>") + content;
    }

    private String character(String hexadecimal) {
        try {
            int c = Integer.parseInt(hexadecimal, 16);
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                return Character.toString(c);
            }
        } catch (IllegalArgumentException e) {
            throw xml.fault("not a character: " + hexadecimal);
        }
        throw xml.fault("not a character: " + hexadecimal);
    }

    void addTo(EntryCollector entries, int line) {
        var source = String.join("", segments.stream().map(Segment::source).toList());
        var key = !name.isEmpty() ? name : COUNTER.matcher(id).matches() ? source : id;
        var translated = segments.stream().filter(it -> !it.ignorable() && isTranslated(it)).count();
        var complete = segments.stream().filter(it -> !it.ignorable()).count() == translated && translated > 0;
        if (!complete && translated > 0) {
            entries.report(Reason.EMPTY, line, key);
        }
        var text = new FileText(Optional.empty(), new RawText.Single(target()), Optional.empty(), state(), Optional.empty());
        var texts = complete ? List.of(text) : List.<FileText>of();
        var sourceText = Optional.of(source).filter(it -> !it.isEmpty()).<RawText>map(RawText.Single::new);
        if (texts.isEmpty() && sourceText.isEmpty()) {
            entries.report(Reason.EMPTY, line, key);
        } else {
            entries.add(new FileEntry(key, line, texts, FileDetails.comment(String.join("\n", notes)), sourceText));
        }
    }

    /** Tools write an empty target for a missing translation. */
    private static boolean isTranslated(Segment segment) {
        return segment.target().isPresent() && (!segment.target().get().isEmpty() || segment.source().isEmpty());
    }

    private String target() {
        return String.join("", segments.stream().sorted(Comparator.comparingInt(Segment::order))
                .map(it -> it.target().orElse(it.source())).toList());
    }

    /** The state of a text is that of its least complete segment. */
    private Optional<ReviewState> state() {
        return segments.stream().filter(it -> !it.ignorable()).flatMap(it -> it.state().stream()).min(Comparator.naturalOrder());
    }
}
