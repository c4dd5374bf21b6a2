package dev.parlance.formats.reading;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.FileIssue;
import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.FileText;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the messages of a file, and reports duplicate keys. The first of several entries with the same key wins. */
public final class EntryCollector {
    /** Five per message. An issue takes about a hundred bytes. */
    private static final int MAX_ISSUES = 500_000;
    /** Names of nested objects are repeated in each key below them, so the keys may be far longer than the file. */
    private static final long MAX_KEY_CHARACTERS = 32L * 1024 * 1024;

    private final SourceFile file;
    private final Map<String, FileEntry> entries = new LinkedHashMap<>();
    private final List<FileIssue> issues = new ArrayList<>();
    private long keyCharacters;

    public EntryCollector(SourceFile file) {
        this.file = file;
    }

    /**
     * Adds an entry with one text in the locale of the file. Blank keys are reported, because keys are names here, not texts as in gettext.
     */
    public void add(String key, int line, RawText text, FileDetails details) {
        if (key.isBlank()) {
            report(Reason.NO_KEY, line, key);
            return;
        }
        add(new FileEntry(key, line, List.of(new FileText(text)), details));
    }

    /**
     * Adds an entry.
     *
     * @throws FileFormatException {@code TOO_MANY_MESSAGES} beyond {@link ResourceLimit#IMPORT_MESSAGES}, {@code TOO_LARGE} if the keys are
     *         longer than allowed, and as {@link SourceFile#checkCharacters} for characters that cannot be stored
     */
    public void add(FileEntry entry) {
        countKey(entry.key(), entry.line());
        if (entry.key().isEmpty()) {
            report(Reason.NO_KEY, entry.line(), entry.key());
            return;
        }
        checkCharacters(entry);
        var earlier = entries.putIfAbsent(entry.key(), entry);
        boolean same = earlier == null
                || earlier.texts().equals(entry.texts()) && earlier.sourceText().equals(entry.sourceText());
        if (!same) {
            report(Reason.DUPLICATE_KEY, entry.line(), entry.key());
        } else if (entries.size() > ResourceLimit.IMPORT_MESSAGES.value()) {
            throw tooMany(entry.line(), ResourceLimit.IMPORT_MESSAGES.value(), "messages");
        }
    }

    /** Reports a part of the file that is not imported. */
    public void report(Reason reason, int line, String key) {
        countKey(key, line);
        file.checkCharacters(key, line);
        if (issues.size() >= MAX_ISSUES) {
            throw tooMany(line, MAX_ISSUES, "issues");
        }
        issues.add(new FileIssue(reason, line, key));
    }

    /** Returns the content of a file that declares no locale. */
    public FileContent content() {
        return content(Optional.empty(), Optional.empty());
    }

    /** Returns the content, with issues sorted by line. */
    public FileContent content(Optional<LocaleTag> locale, Optional<LocaleTag> sourceLocale) {
        issues.sort(Comparator.comparing(FileIssue::line));
        return new FileContent(locale, sourceLocale, List.copyOf(entries.values()), issues);
    }

    private void countKey(String key, int line) {
        keyCharacters += key.length();
        if (keyCharacters > MAX_KEY_CHARACTERS) {
            throw new FileFormatException(file.path(), FileFault.TOO_LARGE, line, "keys of more than " + MAX_KEY_CHARACTERS
                    + " characters");
        }
    }

    private void checkCharacters(FileEntry entry) {
        file.checkCharacters(entry.key(), entry.line());
        entry.details().comment().ifPresent(it -> file.checkCharacters(it, entry.line()));
        entry.sourceText().ifPresent(it -> checkCharacters(it, entry.line()));
        entry.texts().forEach(it -> checkCharacters(it.text(), entry.line()));
    }

    private void checkCharacters(RawText text, int line) {
        if (text instanceof RawText.Single single) {
            file.checkCharacters(single.text(), line);
        } else if (text instanceof RawText.PluralForms plural) {
            plural.forms().values().forEach(it -> file.checkCharacters(it, line));
        } else {
            var parts = (RawText.Substitutions) text;
            file.checkCharacters(parts.text(), line);
            parts.variables().forEach((name, forms) -> {
                file.checkCharacters(name, line);
                checkCharacters(forms, line);
            });
        }
    }

    private FileFormatException tooMany(int line, long limit, String items) {
        return new FileFormatException(file.path(), FileFault.TOO_MANY_MESSAGES, line, "more than " + limit + " " + items);
    }
}
