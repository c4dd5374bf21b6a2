package dev.parlance.formats.yaml;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import dev.parlance.limits.ResourceLimit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Reads one YAML document as texts, sequences and mappings.
 *
 * <p>Uses the events of the parser, because its tree limits neither the depth nor the expansion of aliases.
 */
public final class YamlParser {
    private static final int MAX_DEPTH = 64;
    /** Includes the values of expanded aliases. The texts of 100,000 messages in ten locales have fewer. */
    private static final long MAX_VALUES = 3_000_000;
    /** Each member of a mapping contains at least one message. */
    private static final int MAX_MEMBERS = Math.toIntExact(ResourceLimit.IMPORT_MESSAGES.value());
    private static final int MAX_CHARACTERS = 64 * 1024 * 1024;
    /** The library copies a long scalar each time it fills its buffer. */
    private static final int BUFFER_SIZE = 512 * 1024;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> STRING_TAGS = Set.of("!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq");
    private static final String MERGE = "<<";

    private final String file;
    private final Iterator<Event> events;
    private final Map<Anchor, SizedValue> anchors = new HashMap<>();

    /** A value with the number of its nested values and the length of its texts. */
    private record SizedValue(YamlValue value, long size, long characters) {
    }

    private YamlParser(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /**
     * Parses a file with one document.
     *
     * @throws FileFormatException if the file is not valid YAML, has tags or duplicate keys, or exceeds a limit
     */
    public static YamlValue parse(SourceFile file) {
        var settings = LoadSettings.builder().setSchema(new FailsafeSchema()).setCodePointLimit(MAX_CHARACTERS).setLabel(file.path())
                .setBufferSize(BUFFER_SIZE).build();
        try {
            return new YamlParser(file.path(), new Parse(settings).parseString(file.text()).iterator()).document();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(it -> it.getLine() + 1).orElse(0);
            throw new FileFormatException(file.path(), FileFault.MALFORMED, line, String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new FileFormatException(file.path(), FileFault.MALFORMED, 0, String.valueOf(e.getMessage()));
        }
    }

    private YamlValue document() {
        next();
        if (next().getEventId() == Event.ID.StreamEnd) {
            return new YamlValue.Mapping(1, Map.of());
        }
        var root = value(next(), 0);
        next();
        var end = next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw fault(FileFault.MALFORMED, end, "more than one document");
        }
        return root.value();
    }

    private Event next() {
        return events.next();
    }

    private SizedValue value(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw fault(FileFault.TOO_DEEP, event, "nested deeper than " + MAX_DEPTH);
        }
        if (event instanceof AliasEvent alias) {
            var target = anchors.get(alias.getAlias());
            if (target == null) {
                throw fault(FileFault.MALFORMED, event, "unknown or recursive alias");
            }
            return target;
        }
        checkTag(event);
        SizedValue value;
        if (event instanceof ScalarEvent scalar) {
            SourceFile.checkCharacters(file, scalar.getValue(), line(event));
            value = new SizedValue(new YamlValue.Text(line(event), scalar.getValue(), scalar.isPlain() && NULLS.contains(scalar.getValue())),
                    1, scalar.getValue().length());
        } else {
            value = event.getEventId() == Event.ID.SequenceStart ? sequence(event, depth) : mapping(event, depth);
        }
        ((NodeEvent) event).getAnchor().ifPresent(it -> anchors.put(it, value));
        return value;
    }

    private SizedValue sequence(Event start, int depth) {
        var items = new ArrayList<YamlValue>();
        var sum = new SizeCounter(start);
        for (var event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            var item = value(event, depth + 1);
            items.add(item.value());
            sum.add(item);
        }
        return sum.of(new YamlValue.Sequence(line(start), items));
    }

    private SizedValue mapping(Event start, int depth) {
        var members = new LinkedHashMap<String, YamlValue>();
        var merged = new ArrayList<YamlValue>();
        var sum = new SizeCounter(start);
        for (var keyEvent = next(); keyEvent.getEventId() != Event.ID.MappingEnd; keyEvent = next()) {
            var key = value(keyEvent, depth + 1).value();
            if (!(key instanceof YamlValue.Text name)) {
                throw fault(FileFault.MALFORMED, keyEvent, "a key is not a scalar");
            } else if (members.size() == MAX_MEMBERS) {
                throw fault(FileFault.TOO_MANY_MESSAGES, keyEvent, "more than " + MAX_MEMBERS + " members");
            }
            var member = value(next(), depth + 1);
            sum.add(member);
            boolean merge = name.text().equals(MERGE) && keyEvent instanceof ScalarEvent scalar && scalar.isPlain();
            if (merge) {
                merged.add(member.value());
            } else if (members.put(name.text(), member.value()) != null) {
                throw fault(FileFault.MALFORMED, keyEvent, "duplicate key " + name.text());
            }
        }
        merged.forEach(it -> merge(start, it, members));
        return sum.of(new YamlValue.Mapping(line(start), members));
    }

    /** Adds the missing members from another mapping, or from a sequence of mappings. */
    private void merge(Event start, YamlValue source, Map<String, YamlValue> members) {
        var mappings = source instanceof YamlValue.Sequence sequence ? sequence.items() : List.of(source);
        for (var mapping : mappings) {
            if (!(mapping instanceof YamlValue.Mapping other)) {
                throw fault(FileFault.MALFORMED, start, "a merge key without a mapping");
            }
            other.members().forEach(members::putIfAbsent);
        }
    }

    /** The size of a collection, including the values of aliases. */
    private final class SizeCounter {
        private final Event start;
        private long size = 1;
        private long characters;

        SizeCounter(Event start) {
            this.start = start;
        }

        void add(SizedValue value) {
            size += value.size();
            characters += value.characters();
            if (size > MAX_VALUES || characters > MAX_CHARACTERS) {
                throw fault(FileFault.TOO_LARGE, start, "expands to more than " + MAX_VALUES + " values or " + MAX_CHARACTERS
                        + " characters");
            }
        }

        SizedValue of(YamlValue value) {
            return new SizedValue(value, size, characters);
        }
    }

    private void checkTag(Event event) {
        Optional<String> tag = event instanceof ScalarEvent scalar ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        if (tag.isPresent() && !STRING_TAGS.contains(tag.get())) {
            throw fault(FileFault.MALFORMED, event, "tag " + tag.get());
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(it -> it.getLine() + 1).orElse(0);
    }

    private FileFormatException fault(FileFault fault, Event event, String detail) {
        return new FileFormatException(file, fault, line(event), detail);
    }
}
