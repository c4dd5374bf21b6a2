package dev.parlance.formats.po;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** An entry of a PO file, filled while the file is read. */
final class PoEntry {
    /** The index of a text without plural forms. */
    static final int ONLY_FORM = -1;

    final List<String> extractedComments = new ArrayList<>();
    final List<String> comments = new ArrayList<>();
    final Set<String> flags = new LinkedHashSet<>();
    /** The strings of {@code msgctxt}, {@code msgid} and {@code msgid_plural} by keyword. */
    final Map<String, StringBuilder> strings = new LinkedHashMap<>();
    final SortedMap<Integer, StringBuilder> forms = new TreeMap<>();
    boolean obsolete;
    int line;

    boolean hasMessage() {
        return strings.containsKey("msgid");
    }

    /** Returns whether the entry contains more than comments. */
    boolean isStarted() {
        return !strings.isEmpty();
    }

    boolean hasContext() {
        return strings.containsKey("msgctxt");
    }

    boolean isPlural() {
        return strings.containsKey("msgid_plural");
    }

    boolean isHeader() {
        return !hasContext() && string("msgid").isEmpty();
    }

    String string(String keyword) {
        return strings.getOrDefault(keyword, new StringBuilder()).toString();
    }

    /** Returns the text of a form; empty if the file lacks it. */
    String form(int index) {
        return forms.getOrDefault(index, new StringBuilder()).toString();
    }

    boolean isTranslated() {
        return forms.values().stream().anyMatch(it -> it.length() > 0);
    }

    String comment() {
        var all = new ArrayList<>(extractedComments);
        all.addAll(comments);
        return String.join("\n", all).strip();
    }
}
