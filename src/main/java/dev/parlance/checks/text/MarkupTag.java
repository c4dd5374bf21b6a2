package dev.parlance.checks.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A tag in a display text: {@code <b>}, {@code </b>}, {@code <br/>}, {@code <0>}.
 *
 * @param attributes the values by lower-case name
 * @param start the start in the display text
 * @param end the exclusive end in the display text
 */
public record MarkupTag(String name, Kind kind, Map<String, String> attributes, int start, int end) {
    /** Elements of HTML that have no content. */
    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "wbr");
    /** Repetitions are bounded and possessive, so that matching takes linear time. */
    private static final Pattern TAG = Pattern.compile(
            "<(/?+)([A-Za-z][\\w:.-]{0,63}+|\\d{1,3}+)((?:[\\s/][^<>]{0,500}+)?+)>");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "([A-Za-z_:@][\\w:.-]{0,63}+)(?:\\s{0,5}+=\\s{0,5}+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'>]++)))?+");
    /** Bounds the cost of a text that consists of tags. */
    private static final int MAX_TAGS = 200;

    /** The function of a tag. */
    public enum Kind {
        OPEN, CLOSE,
        /** Has no content: {@code <br>}, {@code <icon/>}. */
        EMPTY
    }

    /** Returns the tags of a text in order. */
    public static List<MarkupTag> findAll(DisplayText reading) {
        var tags = new ArrayList<MarkupTag>();
        var shown = reading.text();
        for (var match = TAG.matcher(shown); tags.size() < MAX_TAGS && match.find();) {
            var name = match.group(2);
            var rest = match.group(3).strip();
            boolean isVoid = VOID.contains(name.toLowerCase(Locale.ROOT)) && !shown.contains("</" + name + ">");
            var kind = match.group(1).equals("/") ? Kind.CLOSE : rest.endsWith("/") || isVoid ? Kind.EMPTY : Kind.OPEN;
            tags.add(new MarkupTag(name, kind, attributesOf(rest), match.start(), match.end()));
        }
        return tags;
    }

    /** Returns the tag as findings show it, without attributes. */
    public String label() {
        return kind == Kind.CLOSE ? "</" + name + ">" : "<" + name + ">";
    }

    private static Map<String, String> attributesOf(String typed) {
        var attributes = new LinkedHashMap<String, String>();
        for (var match = ATTRIBUTE.matcher(typed); match.find();) {
            var value = match.group(2) != null ? match.group(2) : match.group(3) != null ? match.group(3) : match.group(4);
            attributes.put(match.group(1).toLowerCase(Locale.ROOT), value == null ? "" : value);
        }
        return attributes;
    }
}
