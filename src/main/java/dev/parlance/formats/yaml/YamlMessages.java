package dev.parlance.formats.yaml;

import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.FileIssue;
import dev.parlance.formats.FileText;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The messages of nested mappings, whose keys are the names of the mappings joined by dots. */
final class YamlMessages {
    private static final long MAX_MESSAGES = ResourceLimit.IMPORT_MESSAGES.value();
    /** Names of mappings are repeated in each key below them, and aliases repeat mappings. */
    private static final long MAX_KEY_CHARACTERS = 32L * 1024 * 1024;
    /** The categories of plural forms, in the order of CLDR. */
    static final List<String> CATEGORIES = List.of("zero", "one", "two", "few", "many", "other");

    private final String file;
    private final boolean plurals;
    private final Optional<MessageDialect> dialect;
    private final Map<String, FileEntry> entries;
    private final List<FileIssue> issues;
    private long keyCharacters;

    /** @param plurals whether a mapping of plural categories is one message */
    YamlMessages(String file, boolean plurals, Optional<MessageDialect> dialect) {
        this.file = file;
        this.plurals = plurals;
        this.dialect = dialect;
        this.entries = new LinkedHashMap<>();
        this.issues = new ArrayList<>();
    }

    /** Adds the messages of a mapping. An empty locale stands for the locale of the file. */
    void add(Optional<LocaleTag> locale, YamlValue.Mapping mapping) {
        addMembers(locale, "", mapping);
    }

    private void addMembers(Optional<LocaleTag> locale, String prefix, YamlValue.Mapping mapping) {
        mapping.members().forEach((name, value) -> addValue(locale, prefix + name, value));
    }

    private void addValue(Optional<LocaleTag> locale, String key, YamlValue value) {
        keyCharacters += key.length();
        if (keyCharacters > MAX_KEY_CHARACTERS) {
            throw new FileFormatException(file, FileFault.TOO_LARGE, value.line(), "keys of more than " + MAX_KEY_CHARACTERS
                    + " characters");
        }
        if (value instanceof YamlValue.Mapping mapping) {
            if (plurals && isPlural(mapping)) {
                var forms = new TreeMap<String, String>();
                mapping.members().forEach((category, form) -> forms.put(category, ((YamlValue.Text) form).text()));
                addText(locale, key, mapping.line(), new RawText.PluralForms("count", false, forms));
            } else {
                addMembers(locale, key + ".", mapping);
            }
        } else if (value instanceof YamlValue.Text text) {
            if (text.isNull() || text.text().isEmpty()) {
                issues.add(new FileIssue(FileIssue.Reason.EMPTY, text.line(), key));
            } else {
                addText(locale, key, text.line(), new RawText.Single(text.text()));
            }
        } else {
            issues.add(new FileIssue(FileIssue.Reason.NOT_A_TEXT, value.line(), key));
        }
    }

    private static boolean isPlural(YamlValue.Mapping mapping) {
        return !mapping.members().isEmpty() && CATEGORIES.containsAll(mapping.members().keySet())
                && mapping.members().values().stream().allMatch(it -> it instanceof YamlValue.Text);
    }

    private void addText(Optional<LocaleTag> locale, String key, int line, RawText raw) {
        var text = new FileText(locale, raw, Optional.empty(), Optional.empty(), dialect);
        var earlier = entries.get(key);
        if (earlier == null) {
            if (entries.size() >= MAX_MESSAGES) {
                throw new FileFormatException(file, FileFault.TOO_MANY_MESSAGES, line, "more than " + MAX_MESSAGES + " messages");
            }
            entries.put(key, new FileEntry(key, line, List.of(text), FileDetails.NONE));
        } else if (earlier.texts().stream().noneMatch(it -> it.locale().equals(locale))) {
            var texts = new ArrayList<>(earlier.texts());
            texts.add(text);
            entries.put(key, new FileEntry(key, earlier.line(), texts, FileDetails.NONE));
        } else if (!earlier.texts().contains(text)) {
            issues.add(new FileIssue(FileIssue.Reason.DUPLICATE_KEY, line, key));
        }
    }

    List<FileEntry> entries() {
        return List.copyOf(entries.values());
    }

    List<FileIssue> issues() {
        return issues;
    }
}
