package dev.parlance.formats.po;

import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.FileText;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.ReviewState;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.reading.DeclaredLocale;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.formats.reading.FileStart;
import dev.parlance.locales.LocaleTag;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads PO files and POT templates. */
public final class PoImport implements ImportFormat {
    static final char CONTEXT_END = '\u0004';
    static final String KEYS_FIELD = "X-Message-Keys";
    static final String KEYS_IN_CONTEXT = "msgctxt";

    private static final Pattern MESSAGE = Pattern.compile("^msgid\\s+\".*\"\\s*$", Pattern.MULTILINE);
    private static final Pattern TEXT = Pattern.compile("^msgstr(\\[0])?\\s+\"", Pattern.MULTILINE);
    private static final Map<String, MessageDialect> DIALECTS = Map.ofEntries(Map.entry("c-format", MessageDialect.PRINTF),
            Map.entry("objc-format", MessageDialect.APPLE), Map.entry("python-format", MessageDialect.PYTHON),
            Map.entry("python-brace-format", MessageDialect.BRACES), Map.entry("java-format", MessageDialect.JAVA),
            Map.entry("java-printf-format", MessageDialect.PRINTF), Map.entry("csharp-format", MessageDialect.BRACES),
            Map.entry("javascript-format", MessageDialect.PRINTF), Map.entry("perl-format", MessageDialect.PRINTF),
            Map.entry("perl-brace-format", MessageDialect.BRACES), Map.entry("php-format", MessageDialect.PRINTF),
            Map.entry("ruby-format", MessageDialect.RUBY), Map.entry("go-format", MessageDialect.PRINTF),
            Map.entry("rust-format", MessageDialect.BRACES), Map.entry("no-c-format", MessageDialect.PLAIN));

    private static final Set<MessageDialect> BRACES = Set.of(MessageDialect.BRACES, MessageDialect.JAVA);

    @Override
    public String name() {
        return PoFormat.NAME;
    }

    @Override
    public double recognise(SourceFile file) {
        var start = FileStart.of(file);
        return MESSAGE.matcher(start).find() && TEXT.matcher(start).find() ? 1
                : file.extension().equals("po") || file.extension().equals("pot") ? 0.3 : 0;
    }

    @Override
    public FileContent read(SourceFile file) {
        var parser = new FileParser(file);
        new PoParser(file, parser::accept).parse(PoHeader.decode(file));
        return parser.content();
    }

    private static final class FileParser {
        private final SourceFile file;
        private final EntryCollector entries;
        private Optional<LocaleTag> locale = Optional.empty();
        private Optional<LocaleTag> sourceLocale = Optional.empty();
        private Optional<PluralIndex> plurals = Optional.empty();
        private Optional<Map<String, Integer>> forms = Optional.empty();
        private boolean keysInContext;
        /** The first characters of placeholders, according to the flags of the file. */
        private final Set<String> signs = new HashSet<>();

        FileParser(SourceFile file) {
            this.file = file;
            this.entries = new EntryCollector(file);
        }

        FileContent content() {
            var content = entries.content(locale, sourceLocale);
            return new FileContent(locale, sourceLocale, content.entries().stream().map(this::withDialect).toList(), content.issues());
        }

        /**
         * xgettext flags each text with a placeholder, so in a file with flags, a text with neither a flag nor a placeholder is literal.
         */
        private FileEntry withDialect(FileEntry entry) {
            return signs.isEmpty() ? entry : new FileEntry(entry.key(), entry.line(), entry.texts().stream().map(this::withDialect).toList(),
                    entry.details(), entry.sourceText());
        }

        private FileText withDialect(FileText text) {
            boolean flagged = text.dialect().isPresent() || signs.stream().anyMatch(it -> contains(text.text(), it));
            return flagged ? text : new FileText(text.locale(), text.text(), text.description(), text.state(),
                    Optional.of(MessageDialect.PLAIN));
        }

        private static boolean contains(RawText text, String sign) {
            return text instanceof RawText.PluralForms plural ? plural.forms().values().stream().anyMatch(it -> it.contains(sign))
                    : ((RawText.Single) text).text().contains(sign);
        }

        void accept(PoEntry entry) {
            if (entry.obsolete) {
                entries.report(Reason.OBSOLETE, entry.line, key(entry));
            } else if (entry.isHeader()) {
                readHeader(entry);
            } else {
                addMessage(entry);
            }
        }

        private void readHeader(PoEntry entry) {
            var header = PoHeader.of(entry.form(PoEntry.ONLY_FORM));
            locale = DeclaredLocale.parse(PoHeader.languageTag(header.field("Language")), entry.line, entries);
            sourceLocale = DeclaredLocale.parse(PoHeader.languageTag(header.field("X-Source-Language")), entry.line, entries);
            keysInContext = header.field(KEYS_FIELD).equals(KEYS_IN_CONTEXT);
            var expression = header.field("Plural-Forms");
            // Templates contain "nplurals=INTEGER; plural=EXPRESSION;".
            if (!expression.isEmpty() && !expression.contains("INTEGER")) {
                try {
                    plurals = Optional.of(PluralIndex.parse(expression));
                } catch (IllegalArgumentException e) {
                    throw fault(entry, FileFault.MALFORMED, e.getMessage());
                }
            }
        }

        private void addMessage(PoEntry entry) {
            var source = entry.string("msgid");
            RawText sourceText = new RawText.Single(source);
            if (entry.isPlural()) {
                var sourceForms = new TreeMap<>(Map.of("one", source, "other", entry.string("msgid_plural")));
                sourceText = new RawText.PluralForms("", false, sourceForms);
            }
            var state = entry.flags.contains("fuzzy") ? ReviewState.DRAFT : ReviewState.TRANSLATED;
            var dialect = entry.flags.stream().map(DIALECTS::get).filter(it -> it != null).findFirst();
            dialect.filter(it -> it != MessageDialect.PLAIN).ifPresent(it -> signs.add(BRACES.contains(it) ? "{" : "%"));
            var texts = !entry.isTranslated() ? List.<FileText>of()
                    : List.of(new FileText(Optional.empty(), text(entry), Optional.empty(), Optional.of(state), dialect));
            entries.add(new FileEntry(key(entry), entry.line, texts, FileDetails.comment(entry.comment()), Optional.of(sourceText)));
        }

        private String key(PoEntry entry) {
            var source = entry.string("msgid");
            var context = entry.string("msgctxt");
            return !entry.hasContext() ? source : keysInContext ? context : context + CONTEXT_END + source;
        }

        private RawText text(PoEntry entry) {
            if (!entry.isPlural()) {
                return new RawText.Single(entry.form(PoEntry.ONLY_FORM));
            }
            var texts = new TreeMap<String, String>();
            forms(entry).forEach((category, index) -> {
                if (!entry.form(index).isEmpty()) {
                    texts.put(category, entry.form(index));
                }
            });
            return new RawText.PluralForms("", false, texts);
        }

        private Map<String, Integer> forms(PoEntry entry) {
            int highest = entry.forms.lastKey();
            var index = plurals.orElseThrow(() -> fault(entry, FileFault.MALFORMED, "the header lacks Plural-Forms"));
            if (highest >= index.count()) {
                throw fault(entry, FileFault.MALFORMED, "msgstr[" + highest + "] but nplurals=" + index.count());
            }
            if (forms.isEmpty()) {
                var language = locale.or(() -> PluralHeader.languageOf(index)).orElseThrow(() -> fault(entry, FileFault.UNKNOWN_LOCALE,
                        "the header lacks Language, which gives the plural forms their names"));
                forms = Optional.of(index.formsByCategory(language));
            }
            return forms.get();
        }

        private FileFormatException fault(PoEntry entry, FileFault fault, String detail) {
            return new FileFormatException(file.path(), fault, entry.line, detail);
        }
    }
}
