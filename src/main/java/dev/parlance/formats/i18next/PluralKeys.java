package dev.parlance.formats.i18next;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileText;
import dev.parlance.formats.RawText.PluralForms;
import dev.parlance.formats.RawText.Single;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The keys of plural forms: {@code item_one}, {@code place_ordinal_two}. Other formats may contain i18next texts too. */
public final class PluralKeys {
    private static final Pattern FORM = Pattern.compile("(.+?)_(ordinal_)?(zero|one|two|few|many|other)", Pattern.DOTALL);
    private static final Pattern COUNT = Pattern.compile("(\\{\\{-?\\s*)count\\b");
    private static final Pattern SLOT = Pattern.compile("\\{\\{-?\\s*([\\p{L}_][\\p{L}\\p{N}_]*)");
    private static final String OTHER = "other";
    /** The name that i18next uses for the counted number. */
    private static final String COUNTED = "count";

    private PluralKeys() {
    }

    /** A combined entry, with the keys that it replaces. */
    private record Combined(FileEntry entry, List<String> keys) {
    }

    /**
     * Combines the forms of each key into one entry, at the position of the first form.
     *
     * <p>Keys are forms only if there is a form for {@code other}, which every language has. A lone {@code item_other} is a form only if it
     * prints {@code count}. A key without a suffix beside the forms is the text for calls without a number; it is dropped if it repeats
     * {@code other}, as this service writes it. Otherwise, all keys remain separate.
     *
     * @param content of a file with one text per entry
     */
    public static FileContent combine(FileContent content) {
        var byKey = new HashMap<String, FileEntry>();
        var cardinal = new LinkedHashMap<String, Map<String, FileEntry>>();
        var ordinal = new LinkedHashMap<String, Map<String, FileEntry>>();
        for (var entry : content.entries()) {
            byKey.put(entry.key(), entry);
            var form = FORM.matcher(entry.key());
            if (form.matches() && entry.texts().size() == 1 && entry.texts().get(0).text() instanceof Single) {
                (form.group(2) == null ? cardinal : ordinal).computeIfAbsent(form.group(1), it -> new LinkedHashMap<>())
                        .put(form.group(3), entry);
            }
        }
        var combined = new HashMap<String, Combined>();
        cardinal.forEach((key, forms) -> combine(key, forms, byKey, false).ifPresent(it -> combined.put(key, it)));
        ordinal.forEach((key, forms) -> combine(key, forms, byKey, true).ifPresent(it -> combined.putIfAbsent(key, it)));
        return new FileContent(content.locale(), content.sourceLocale(), replace(content.entries(), combined), content.issues());
    }

    private static List<FileEntry> replace(List<FileEntry> entries, Map<String, Combined> combined) {
        var byForm = new HashMap<String, FileEntry>();
        combined.values().forEach(it -> it.keys().forEach(key -> byForm.put(key, it.entry())));
        var replaced = new ArrayList<FileEntry>();
        var done = new HashSet<String>();
        for (var entry : entries) {
            var replacement = byForm.get(entry.key());
            if (replacement == null) {
                replaced.add(entry);
            } else if (done.add(replacement.key())) {
                replaced.add(new FileEntry(replacement.key(), entry.line(), replacement.texts(), replacement.details()));
            }
        }
        return replaced;
    }

    private static Optional<Combined> combine(String key, Map<String, FileEntry> entries, Map<String, FileEntry> byKey,
            boolean ordinal) {
        if (!entries.containsKey(OTHER)) {
            return Optional.empty();
        }
        var plain = Optional.ofNullable(byKey.get(key));
        var other = text(entries.get(OTHER));
        var name = plain.flatMap(it -> countedName(text(it), other));
        boolean counted = plain.isPresent() ? name.isPresent() : entries.size() > 1 || COUNT.matcher(other).find();
        if (!counted) {
            return Optional.empty();
        }
        var forms = new TreeMap<String, String>();
        entries.forEach((category, entry) -> forms.put(category,
                name.filter(it -> !it.isEmpty()).map(it -> COUNT.matcher(text(entry)).replaceAll("$1" + it)).orElse(text(entry))));
        var all = new ArrayList<>(entries.values());
        plain.ifPresent(all::add);
        var details = all.stream().map(FileEntry::details).filter(it -> !it.equals(FileDetails.NONE)).findFirst().orElse(FileDetails.NONE);
        var first = entries.get(OTHER).texts().get(0);
        var plural = new PluralForms(name.filter(it -> !it.isEmpty()).orElse(COUNTED), ordinal, forms);
        var text = new FileText(first.locale(), plural, first.description(), first.state(), first.dialect());
        return Optional.of(new Combined(new FileEntry(key, 0, List.of(text), details), all.stream().map(FileEntry::key).toList()));
    }

    /** Returns the argument that the forms print as {@code count}; an empty name if they do not print it. */
    private static Optional<String> countedName(String plain, String other) {
        if (plain.equals(other)) {
            return Optional.of("");
        }
        return SLOT.matcher(plain).results().map(it -> it.group(1))
                .filter(it -> COUNT.matcher(other).replaceAll("$1" + it).equals(plain)).findFirst();
    }

    private static String text(FileEntry entry) {
        return entry.texts().size() == 1 && entry.texts().get(0).text() instanceof Single single ? single.text() : "";
    }
}
