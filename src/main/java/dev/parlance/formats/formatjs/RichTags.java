package dev.parlance.formats.formatjs;

import dev.parlance.rendering.ParsedPattern;
import dev.parlance.rendering.PatternPart.Literal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the tags of a message or branch that FormatJS can parse.
 *
 * <p>These are the tags without attributes that are opened and closed in the same branch. All other tags stay text, because FormatJS
 * rejects a message with an unclosed tag.
 */
final class RichTags {
    static final RichTags NONE = new RichTags(Map.of());

    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9._-]*)>");

    /** The offsets of the tags in each literal. */
    private final Map<Literal, Set<Integer>> starts;

    /** A run of characters of a literal: a tag, or text. */
    record Run(String text, boolean isTag) {
    }

    private record OpenTag(String name, Literal literal, int start) {
    }

    private RichTags(Map<Literal, Set<Integer>> starts) {
        this.starts = starts;
    }

    static RichTags of(ParsedPattern message) {
        var starts = new IdentityHashMap<Literal, Set<Integer>>();
        var open = new ArrayDeque<OpenTag>();
        for (var part : message.parts()) {
            if (part instanceof Literal literal) {
                var tags = TAG.matcher(literal.text());
                while (tags.find()) {
                    if (tags.group(1).isEmpty()) {
                        open.push(new OpenTag(tags.group(2), literal, tags.start()));
                    } else if (close(open, tags.group(2), starts)) {
                        add(starts, literal, tags.start());
                    }
                }
            }
        }
        return new RichTags(starts);
    }

    /** Accepts the innermost open tag with this name. Tags that were opened after it and are still open become text. */
    private static boolean close(Deque<OpenTag> open, String name, Map<Literal, Set<Integer>> starts) {
        if (open.stream().noneMatch(it -> it.name().equals(name))) {
            return false;
        }
        var tag = open.pop();
        while (!tag.name().equals(name)) {
            tag = open.pop();
        }
        add(starts, tag.literal(), tag.start());
        return true;
    }

    private static void add(Map<Literal, Set<Integer>> starts, Literal literal, int start) {
        starts.computeIfAbsent(literal, it -> new TreeSet<>()).add(start);
    }

    /** Splits a literal of the message into tags and the text around them. */
    List<Run> split(Literal literal) {
        var runs = new ArrayList<Run>();
        int position = 0;
        for (int start : starts.getOrDefault(literal, Collections.emptySet())) {
            runs.add(new Run(literal.text().substring(position, start), false));
            position = literal.text().indexOf('>', start) + 1;
            runs.add(new Run(literal.text().substring(start, position), true));
        }
        runs.add(new Run(literal.text().substring(position), false));
        return runs;
    }
}
