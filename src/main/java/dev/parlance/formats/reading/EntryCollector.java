package dev.parlance.formats.reading;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.FileIssue;
import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the messages of a file and reports keys that the file has twice. */
public final class EntryCollector {
    /** The largest known catalogs have 100,000 messages. */
    public static final int MAX_MESSAGES = 150_000;

    private final SourceFile file;
    private final Map<String, FileEntry> entries = new LinkedHashMap<>();
    private final List<FileIssue> issues = new ArrayList<>();

    public EntryCollector(SourceFile file) {
        this.file = file;
    }

    /**
     * Adds an entry. If the key is already present, the first text remains.
     *
     * @throws FileFormatException {@code TOO_MANY_MESSAGES} beyond {@link #MAX_MESSAGES}, {@code MALFORMED} if a key or a text contains
     *                             a zero character, which the database cannot store
     */
    public void add(FileEntry entry) {
        checkCount(entry.line());
        if (hasZero(entry.key()) || entry.details().comment().filter(EntryCollector::hasZero).isPresent()
                || entry.sourceText().filter(EntryCollector::hasZero).isPresent()
                || entry.texts().stream().anyMatch(it -> hasZero(it.text()))) {
            throw new FileFormatException(file.path(), FileFault.MALFORMED, entry.line(), "the text contains a zero character");
        }
        if (entry.key().isEmpty()) {
            issues.add(new FileIssue(Reason.NO_KEY, entry.line(), ""));
            return;
        }
        var earlier = entries.putIfAbsent(entry.key(), entry);
        boolean same = earlier == null
                || earlier.texts().equals(entry.texts()) && earlier.sourceText().equals(entry.sourceText());
        if (!same) {
            issues.add(new FileIssue(Reason.DUPLICATE_KEY, entry.line(), entry.key()));
        }
    }

    /** Adds a part of the file that is not imported. */
    public void skip(Reason reason, int line, String key) {
        checkCount(line);
        issues.add(new FileIssue(reason, line, key));
    }

    private static boolean hasZero(RawText text) {
        if (text instanceof RawText.Single single) {
            return hasZero(single.text());
        } else if (text instanceof RawText.PluralForms plural) {
            return plural.forms().values().stream().anyMatch(EntryCollector::hasZero);
        }
        var parts = (RawText.Substitutions) text;
        return hasZero(parts.text()) || parts.variables().values().stream().anyMatch(EntryCollector::hasZero);
    }

    private static boolean hasZero(String text) {
        return text.indexOf('\0') >= 0;
    }

    private void checkCount(int line) {
        if (entries.size() + issues.size() >= MAX_MESSAGES) {
            throw new FileFormatException(file.path(), FileFault.TOO_MANY_MESSAGES, line, "more than " + MAX_MESSAGES + " messages");
        }
    }

    public FileContent content(Optional<LocaleTag> locale, Optional<LocaleTag> sourceLocale) {
        return new FileContent(locale, sourceLocale, List.copyOf(entries.values()), issues);
    }
}
