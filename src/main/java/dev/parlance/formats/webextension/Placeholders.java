package dev.parlance.formats.webextension;

import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.tree.EntryCollector;
import dev.parlance.formats.tree.TreeNode.Branch;
import dev.parlance.formats.tree.TreeNode.Text;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The named placeholders of a message.
 *
 * @param names    by the name in upper case, as browsers compare them
 * @param contents of those placeholders that are more than one argument, by the name in upper case
 */
record Placeholders(Map<String, String> names, Map<String, String> contents, List<Argument> arguments) {
    private static final Pattern ARGUMENT = Pattern.compile("\\$([1-9])");
    private static final Pattern USE = Pattern.compile("\\$([A-Za-z0-9_@]+)\\$");

    /** Reads the placeholders of a message. Positions without a name are named by their number. */
    static Placeholders read(EntryCollector entries, String key, Branch placeholders) {
        var names = new HashMap<String, String>();
        var contents = new HashMap<String, String>();
        var byPosition = new TreeMap<Integer, Argument>();
        placeholders.members().forEach((name, node) -> {
            var upper = name.toUpperCase(Locale.ROOT);
            var place = key + "." + WebExtensionImport.PLACEHOLDERS + "." + name;
            if (!(node instanceof Branch placeholder) || placeholder.text(WebExtensionImport.CONTENT).isEmpty()) {
                entries.report(Reason.METADATA, node.line(), place);
                return;
            }
            placeholder.members().forEach((attribute, it) -> {
                if (!List.of(WebExtensionImport.CONTENT, WebExtensionImport.EXAMPLE).contains(attribute) || !(it instanceof Text)) {
                    entries.report(Reason.METADATA, it.line(), place + "." + attribute);
                }
            });
            var content = placeholder.text(WebExtensionImport.CONTENT).get();
            var argument = ARGUMENT.matcher(content);
            int position = argument.matches() ? Integer.parseInt(argument.group(1)) : 0;
            if (position == 0 || byPosition.containsKey(position) || name.length() > 64) {
                contents.putIfAbsent(upper, content);
            } else if (names.putIfAbsent(upper, name) == null) {
                byPosition.put(position, new Argument(name, ArgumentType.STRING, placeholder.text(WebExtensionImport.EXAMPLE).orElse("")));
            }
        });
        return new Placeholders(names, contents, fillGaps(byPosition));
    }

    private static List<Argument> fillGaps(SortedMap<Integer, Argument> byPosition) {
        int positions = byPosition.isEmpty() ? 0 : byPosition.lastKey();
        return IntStream.rangeClosed(1, positions)
                .mapToObj(it -> byPosition.getOrDefault(it, new Argument(Integer.toString(it - 1), ArgumentType.STRING, ""))).toList();
    }

    /** Returns a message with the placeholders as they are declared. A placeholder that is more than one argument is replaced by its content. */
    String insertInto(String message) {
        return USE.matcher(message).replaceAll(it -> {
            var upper = it.group(1).toUpperCase(Locale.ROOT);
            var content = contents.get(upper);
            var text = content != null ? content : names.containsKey(upper) ? "$" + names.get(upper) + "$" : it.group();
            return Matcher.quoteReplacement(text);
        });
    }
}
