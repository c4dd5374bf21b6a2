package dev.parlance.formats.webextension;

import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.reading.EntryCollector;
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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The named placeholders of a message.
 *
 * @param contents  by name in upper case, because browsers ignore the case of names
 * @param arguments in the order of their positions, named like the placeholders; a position without a placeholder is named by its number
 */
record Placeholders(Map<String, String> contents, List<Argument> arguments) {
    private static final Pattern ARGUMENT = Pattern.compile("\\$([1-9])");
    private static final Pattern USE = Pattern.compile("\\$([A-Za-z0-9_@]+)\\$");
    private static final int MAX_NAME_LENGTH = 64;

    static Placeholders read(EntryCollector entries, String key, Branch placeholders) {
        var contents = new HashMap<String, String>();
        var byPosition = new TreeMap<Integer, Argument>();
        placeholders.members().forEach((name, node) -> {
            var place = key + "." + WebExtensionImport.PLACEHOLDERS + "." + name;
            if (!(node instanceof Branch placeholder) || placeholder.text(WebExtensionImport.CONTENT).isEmpty()) {
                entries.report(Reason.METADATA, node.line(), place);
                return;
            }
            reportUnknown(entries, place, placeholder);
            var content = placeholder.text(WebExtensionImport.CONTENT).get();
            contents.putIfAbsent(name.toUpperCase(Locale.ROOT), content);
            var argument = ARGUMENT.matcher(content);
            if (argument.matches() && isName(name)) {
                byPosition.putIfAbsent(Integer.parseInt(argument.group(1)),
                        new Argument(name, ArgumentType.STRING, placeholder.text(WebExtensionImport.EXAMPLE).orElse("")));
            }
        });
        return new Placeholders(contents, fillGaps(byPosition));
    }

    private static void reportUnknown(EntryCollector entries, String place, Branch placeholder) {
        placeholder.members().forEach((attribute, it) -> {
            if (!List.of(WebExtensionImport.CONTENT, WebExtensionImport.EXAMPLE).contains(attribute) || !(it instanceof Text)) {
                entries.report(Reason.METADATA, it.line(), place + "." + attribute);
            }
        });
    }

    /** Returns whether a name is valid for a placeholder. */
    static boolean isName(String name) {
        return name.length() <= MAX_NAME_LENGTH && USE.matcher("$" + name + "$").matches();
    }

    private static List<Argument> fillGaps(SortedMap<Integer, Argument> byPosition) {
        int positions = byPosition.isEmpty() ? 0 : byPosition.lastKey();
        return IntStream.rangeClosed(1, positions)
                .mapToObj(it -> byPosition.getOrDefault(it, new Argument(Integer.toString(it - 1), ArgumentType.STRING, ""))).toList();
    }

    /** Returns the length of a message after the insertion of placeholder contents. */
    long lengthIn(String message) {
        return message.length() + USE.matcher(message).results().mapToLong(it -> content(it).length() - it.group().length()).sum();
    }

    /** Returns a message with the contents of its placeholders inserted, which are argument positions or text. */
    String insertInto(String message) {
        return USE.matcher(message).replaceAll(it -> Matcher.quoteReplacement(content(it)));
    }

    private String content(MatchResult use) {
        return contents.getOrDefault(use.group(1).toUpperCase(Locale.ROOT), use.group());
    }
}
