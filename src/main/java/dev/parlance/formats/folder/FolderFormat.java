package dev.parlance.formats.folder;

import static java.util.Objects.requireNonNull;

import dev.parlance.formats.CatalogContent;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.MessageEntry;
import dev.parlance.formats.TextEntry;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.syntax.Syntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A catalog as a folder of files. Reading and writing preserves every byte. */
public final class FolderFormat {
    static final String CATALOG_FILE = "catalog.json";
    static final String CODES_FILE = "codes.csv";
    static final String ARGUMENTS_FILE = "arguments.csv";

    /** {@code requiredLocales} is null if there are no required locales. */
    record CatalogFile(String title, String sourceLocale, List<String> locales, @Nullable List<String> requiredLocales) {
        CatalogFile {
            requireNonNull(title, "title is missing");
            requireNonNull(sourceLocale, "sourceLocale is missing");
            locales = List.copyOf(requireNonNull(locales, "locales are missing"));
            requiredLocales = requiredLocales == null ? null : List.copyOf(requiredLocales);
        }
    }

    record TextsFile(String locale, String syntax, Map<String, TextRow> texts) {
        TextsFile {
            requireNonNull(locale, "locale is missing");
            requireNonNull(syntax, "syntax is missing");
            requireNonNull(texts, "texts are missing");
        }
    }

    /** A text. {@code description} is empty if absent; {@code syntax} is null if the text has the syntax of the file. */
    record TextRow(String message, @Nullable String description, @Nullable String syntax) {
        TextRow {
            requireNonNull(message, "message is missing");
            description = Objects.requireNonNullElse(description, "");
        }
    }

    /**
     * Reads a catalog.
     *
     * @param file returns the bytes of a file in the folder, by its name
     * @throws FileFormatException if a file violates the format
     */
    public CatalogContent read(Function<String, byte[]> file) {
        var catalog = FolderJson.read(CATALOG_FILE, file.apply(CATALOG_FILE), CatalogFile.class);
        var messages = FolderTables.read(CODES_FILE, file.apply(CODES_FILE), ARGUMENTS_FILE, file.apply(ARGUMENTS_FILE));
        var texts = new TreeMap<LocaleTag, Map<String, TextEntry>>();
        for (var locale : catalog.locales()) {
            texts.put(LocaleTag.parse(locale), readTexts(locale, file.apply(locale + ".json"), messages));
        }
        return new CatalogContent(catalog.title(), LocaleTag.parse(catalog.sourceLocale()), parseRequiredLocales(catalog), messages, texts);
    }

    private static SortedSet<LocaleTag> parseRequiredLocales(CatalogFile catalog) {
        var required = new TreeSet<LocaleTag>();
        if (catalog.requiredLocales() != null) {
            catalog.requiredLocales().forEach(it -> required.add(LocaleTag.parse(it)));
            if (!catalog.locales().containsAll(catalog.requiredLocales())) {
                throw new FileFormatException(CATALOG_FILE, "requiredLocales contains locales that are not in locales");
            }
        }
        return required;
    }

    /** Returns the files, sorted by name. */
    public SortedMap<String, byte[]> write(CatalogContent content) {
        var files = new TreeMap<String, byte[]>();
        var locales = content.texts().keySet().stream().map(LocaleTag::value).toList();
        var required = content.requiredLocales().isEmpty() ? null : content.requiredLocales().stream().map(LocaleTag::value).toList();
        files.put(CATALOG_FILE, FolderJson.write(new CatalogFile(content.title(), content.sourceLocale().value(), locales, required)));
        files.put(CODES_FILE, FolderTables.writeCodes(content.messages()));
        files.put(ARGUMENTS_FILE, FolderTables.writeArguments(content.messages()));
        content.texts().forEach((locale, texts) ->
                files.put(locale + ".json", FolderJson.write(toTextsFile(locale, texts, content.messages()))));
        return files;
    }

    private static Map<String, TextEntry> readTexts(String locale, byte[] bytes, List<MessageEntry> messages) {
        var name = locale + ".json";
        var file = FolderJson.read(name, bytes, TextsFile.class);
        if (!file.locale().equals(locale)) {
            throw new FileFormatException(name, "declares the locale " + file.locale());
        }
        var texts = new LinkedHashMap<String, TextEntry>();
        for (var message : messages) {
            var row = file.texts().get(message.key());
            if (row != null) {
                texts.put(message.key(), new TextEntry(readSyntax(name, row.syntax() == null ? file.syntax() : row.syntax()), row.message(),
                        row.description()));
            }
        }
        var unknown = new ArrayList<>(file.texts().keySet());
        unknown.removeAll(texts.keySet());
        if (!unknown.isEmpty()) {
            throw new FileFormatException(name, "keys without a row in " + CODES_FILE + ": " + unknown);
        }
        return texts;
    }

    private static Syntax readSyntax(String file, String label) {
        try {
            return Syntax.of(label);
        } catch (IllegalArgumentException e) {
            throw new FileFormatException(file, String.valueOf(e.getMessage()));
        }
    }

    private static TextsFile toTextsFile(LocaleTag locale, Map<String, TextEntry> texts, List<MessageEntry> messages) {
        var defaultSyntax = mostFrequentSyntax(texts);
        var rows = new LinkedHashMap<String, TextRow>();
        for (var message : messages) {
            var text = texts.get(message.key());
            if (text != null) {
                var override = text.syntax() == defaultSyntax ? null : text.syntax().label();
                rows.put(message.key(), new TextRow(text.message(), text.description(), override));
            }
        }
        return new TextsFile(locale.value(), defaultSyntax.label(), rows);
    }

    private static Syntax mostFrequentSyntax(Map<String, TextEntry> texts) {
        return texts.values().stream().collect(Collectors.groupingBy(TextEntry::syntax, TreeMap::new, Collectors.counting()))
                .entrySet().stream().max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey).orElse(Syntax.ICU);
    }
}
