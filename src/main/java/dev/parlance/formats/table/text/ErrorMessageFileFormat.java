package dev.parlance.formats.table.text;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.FileIssue;
import dev.parlance.formats.FileText;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.table.Table;
import dev.parlance.locales.LocaleTag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** The error messages of MariaDB and MySQL, {@code errmsg-utf8.txt}. */
public final class ErrorMessageFileFormat implements ImportFormat {
    private static final Pattern DIRECTIVE = Pattern.compile("(start-error-number|skip-to-error-number|default-language|languages"
            + "|reserved-error-section)\\b(.*)");
    private static final Pattern SYMBOL = Pattern.compile("([A-Z][A-Z0-9_]+)((?:\\s+[A-Za-z0-9]{5}){0,8})\\s*(?:#.*)?");
    /** As in MariaDB's compiler for error messages, everything after the last quotation mark is ignored; the mark may be missing. */
    private static final Pattern TEXT = Pattern.compile("\\s+([A-Za-z][A-Za-z-]*)\\s+\"(.*?)(?:\"[^\"]*)?");
    private static final Pattern LANGUAGE = Pattern.compile("([a-z-]+)\\s*=\\s*([A-Za-z-]+)");
    /** A quoted identifier, a truncated string, and the number and text of a system error. */
    private static final Pattern CONVERSION = Pattern.compile("%(?:%|(`s)|(-?\\.?[0-9]*)T|(M))");
    private static final int QUOTED = 1;
    private static final int WIDTH = 2;
    private static final int SYSTEM = 3;
    private static final int SAMPLE = 4096;
    /** The language tags by the names that the file header declares. */
    private static final Map<String, String> TAGS = Map.ofEntries(Map.entry("bulgarian", "bg"), Map.entry("chinese", "zh-Hans"),
            Map.entry("czech", "cs"), Map.entry("danish", "da"), Map.entry("dutch", "nl"), Map.entry("english", "en"),
            Map.entry("estonian", "et"), Map.entry("french", "fr"), Map.entry("georgian", "ka"), Map.entry("german", "de"),
            Map.entry("greek", "el"), Map.entry("hindi", "hi"), Map.entry("hungarian", "hu"), Map.entry("italian", "it"),
            Map.entry("japanese", "ja"), Map.entry("japanese-sjis", "ja"), Map.entry("korean", "ko"), Map.entry("norwegian-ny", "nn"),
            Map.entry("norwegian", "nb"), Map.entry("polish", "pl"), Map.entry("portuguese", "pt"), Map.entry("romanian", "ro"),
            Map.entry("russian", "ru"), Map.entry("serbian", "sr-Latn"), Map.entry("slovak", "sk"), Map.entry("spanish", "es"),
            Map.entry("swahili", "sw"), Map.entry("swedish", "sv"), Map.entry("ukrainian", "uk"));

    @Override
    public String name() {
        return "errmsg";
    }

    @Override
    public Optional<MessageDialect> dialect() {
        return Optional.of(MessageDialect.PRINTF);
    }

    @Override
    public double recognise(SourceFile file) {
        try {
            var start = new SourceFile(file.path(), Arrays.copyOf(file.bytes(), Math.min(SAMPLE, file.bytes().length)));
            var text = start.decode(StandardCharsets.ISO_8859_1, 0);
            return text.contains("start-error-number ") && LANGUAGE.matcher(text).find() ? 0.95 : 0;
        } catch (FileFormatException notText) {
            return 0;
        }
    }

    @Override
    public FileContent read(SourceFile file) {
        return new Reader(file).read();
    }

    private static final class Reader {
        private final SourceFile file;
        private final Map<String, LocaleTag> languages = new HashMap<>();
        private final List<FileEntry> entries = new ArrayList<>();
        private final List<FileIssue> issues = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private Optional<LocaleTag> source = Optional.empty();
        private int number;
        private String symbol = "";
        private Set<String> states = Set.of();
        private int symbolLine;
        private List<FileText> texts = new ArrayList<>();

        Reader(SourceFile file) {
            this.file = file;
        }

        FileContent read() {
            int line = 0;
            for (var text : (Iterable<String>) file.text().lines()::iterator) {
                line++;
                if (!text.isBlank() && !text.startsWith("#")) {
                    file.checkCharacters(text, line);
                    readLine(line, text);
                }
            }
            finishSymbol();
            if (entries.isEmpty()) {
                throw new FileFormatException(file.path(), FileFault.MALFORMED, 0, "no error message");
            }
            return new FileContent(Optional.empty(), source, entries, issues);
        }

        private void readLine(int line, String text) {
            var message = TEXT.matcher(text);
            if (!symbol.isEmpty() && message.matches()) {
                addText(line, message.group(1), message.group(2));
                return;
            }
            finishSymbol();
            var directive = DIRECTIVE.matcher(text);
            var name = SYMBOL.matcher(text);
            if (directive.matches()) {
                readDirective(line, directive.group(1), directive.group(2).strip());
            } else if (name.matches()) {
                symbol = name.group(1);
                symbolLine = line;
                states = name.group(2).isBlank() ? Set.of() : Set.of(name.group(2).strip().split("\\s+")[0]);
            } else {
                throw new FileFormatException(file.path(), FileFault.MALFORMED, line, "neither a symbol nor a text");
            }
        }

        private void readDirective(int line, String name, String value) {
            if (name.equals("languages")) {
                LANGUAGE.matcher(value).results().forEach(it -> {
                    var tag = TAGS.get(it.group(1));
                    if (tag == null) {
                        issues.add(new FileIssue(FileIssue.Reason.INVALID_LOCALE, line, it.group(1)));
                    } else {
                        languages.put(it.group(2), LocaleTag.parse(tag));
                    }
                });
            } else if (name.equals("default-language")) {
                source = Optional.ofNullable(languages.get(value.replaceAll("\\s.*", "")));
            } else if (name.endsWith("error-number")) {
                try {
                    number = Integer.parseInt(value.replaceAll("\\s.*", ""));
                } catch (NumberFormatException e) {
                    throw new FileFormatException(file.path(), FileFault.MALFORMED, line, "not an error number: " + value);
                }
            }
        }

        private void addText(int line, String language, String text) {
            var locale = languages.get(language);
            if (locale == null) {
                issues.add(new FileIssue(FileIssue.Reason.INVALID_LOCALE, line, symbol));
            } else if (texts.stream().anyMatch(it -> it.locale().equals(Optional.of(locale)))) {
                issues.add(new FileIssue(FileIssue.Reason.DUPLICATE_KEY, line, symbol));
            } else {
                texts.add(new FileText(locale, new RawText.Single(toC(unescape(text)))));
            }
        }

        private void finishSymbol() {
            if (symbol.isEmpty()) {
                return;
            }
            if (entries.size() >= Table.MAX_ROWS) {
                throw new FileFormatException(file.path(), FileFault.TOO_MANY_MESSAGES, symbolLine,
                        "more than " + Table.MAX_ROWS + " rows");
            }
            var code = Integer.toString(number++);
            if (texts.isEmpty()) {
                issues.add(new FileIssue(FileIssue.Reason.EMPTY, symbolLine, symbol));
            } else if (!keys.add(symbol)) {
                issues.add(new FileIssue(FileIssue.Reason.DUPLICATE_KEY, symbolLine, symbol));
            } else {
                entries.add(new FileEntry(symbol, symbolLine, texts, new FileDetails(Optional.empty(), Optional.of(code),
                        Optional.of(symbol), OptionalInt.empty(), states, List.of(), OptionalInt.empty())));
            }
            symbol = "";
            texts = new ArrayList<>();
        }

        /** Replaces the conversions of the server's formatter with those of C. */
        private static String toC(String text) {
            return CONVERSION.matcher(text).replaceAll(it -> it.group(QUOTED) != null ? "`%s`" : it.group(SYSTEM) != null ? "%s"
                    : it.group(WIDTH) != null ? "%" + it.group(WIDTH) + "s" : "%%");
        }

        private static String unescape(String text) {
            var plain = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\\' && i + 1 < text.length()) {
                    char next = text.charAt(++i);
                    plain.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
                } else {
                    plain.append(c);
                }
            }
            return plain.toString();
        }
    }
}
