package dev.parlance.formats.properties;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.FileIssue;
import dev.parlance.formats.FileText;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.properties.PropertyLexer.Property;
import dev.parlance.limits.ResourceLimit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads Java properties in UTF-8, or else in ISO-8859-1. */
public final class PropertiesImport implements ImportFormat {
    /** Five per message. An issue takes about a hundred bytes. */
    private static final int MAX_ISSUES = 500_000;
    private static final Pattern LINE = Pattern.compile("\\s*+(?:[#!].*|[^\\s=:<{\\[\"',;][^=:]{0,200}?\\s*+[=:].*|)");
    /** The minimum share of lines in a sample that look like properties: continuation lines of longer texts do not. */
    private static final double MIN_SHARE = 0.6;

    /** Extensions of other formats whose lines look like properties. */
    private static final Set<String> LIKE_PROPERTIES = Set.of("yaml", "yml", "toml");

    @Override
    public String name() {
        return "properties";
    }

    @Override
    public double recognise(SourceFile file) {
        var sample = file.sample();
        var lines = sample.lines().filter(it -> !it.isBlank()).limit(200).toList();
        double share = lines.isEmpty() || sample.indexOf(0) >= 0 ? 0
                : (double) lines.stream().filter(it -> LINE.matcher(it).matches()).count() / lines.size();
        boolean named = file.extension().equals("properties") || file.extension().equals("prop");
        return named ? 0.7 + 0.29 * share : share > MIN_SHARE && !LIKE_PROPERTIES.contains(file.extension()) ? 0.3 * share : 0;
    }

    @Override
    public FileContent read(SourceFile file) {
        return new FileParser(file).read();
    }

    private static final class FileParser {
        private final SourceFile file;
        private final Map<String, FileEntry> entries = new LinkedHashMap<>();
        private final List<FileIssue> issues = new ArrayList<>();

        FileParser(SourceFile file) {
            this.file = file;
        }

        FileContent read() {
            new PropertyLexer(file, decode(file)).readAll(this::add);
            issues.sort(Comparator.comparing(FileIssue::line));
            return new FileContent(Optional.empty(), Optional.empty(), List.copyOf(entries.values()), issues);
        }

        private void add(Property property) {
            property.comment().forEach(it -> file.checkCharacters(it, property.line()));
            if (property.key().isEmpty()) {
                report(FileIssue.Reason.METADATA, property.line(), String.join(" ", property.comment()));
            } else if (property.key().get().isBlank()) {
                report(FileIssue.Reason.NO_KEY, property.line(), property.key().get());
            } else {
                add(property, property.key().get());
            }
        }

        /** Adds a property. The last of several properties with the same key wins, as in Java. */
        private void add(Property property, String key) {
            file.checkCharacters(key, property.line());
            file.checkCharacters(property.value(), property.line());
            var text = List.of(new FileText(new RawText.Single(property.value())));
            var details = FileDetails.comment(String.join("\n", property.comment()));
            var earlier = entries.put(key, new FileEntry(key, property.line(), text, details));
            if (earlier != null && !earlier.texts().equals(text)) {
                report(FileIssue.Reason.DUPLICATE_KEY, earlier.line(), key);
            } else if (entries.size() > ResourceLimit.IMPORT_MESSAGES.value()) {
                throw tooMany(property.line(), ResourceLimit.IMPORT_MESSAGES.value(), "properties");
            }
        }

        private void report(FileIssue.Reason reason, int line, String key) {
            if (issues.size() >= MAX_ISSUES) {
                throw tooMany(line, MAX_ISSUES, "issues");
            }
            issues.add(new FileIssue(reason, line, key));
        }

        private FileFormatException tooMany(int line, long limit, String items) {
            return new FileFormatException(file.path(), FileFault.TOO_MANY_MESSAGES, line, "more than " + limit + " " + items);
        }
    }

    /** Text with non-ASCII characters in another encoding is almost never valid UTF-8, so an invalid file is read as ISO-8859-1. */
    private static String decode(SourceFile file) {
        try {
            return file.text();
        } catch (FileFormatException notUtf8) {
            if (file.hasByteOrderMark()) {
                throw notUtf8;
            }
            return file.decode(StandardCharsets.ISO_8859_1, 0);
        }
    }
}
