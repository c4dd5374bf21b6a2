package dev.parlance.formats.po;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import dev.parlance.formats.BundleContent;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileText;
import dev.parlance.formats.LossReason;
import dev.parlance.formats.Losses;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.ReviewState;
import dev.parlance.formats.reading.ImportFormatTestBase;
import dev.parlance.formats.reading.WrittenEntries;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoImportTest extends ImportFormatTestBase {
    private static final String RUSSIAN = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || "
            + "n%100>=20) ? 1 : 2);";
    private static final String SAMPLE = """
            # Translators
            msgid ""
            msgstr ""
            "Language: ru\\n"
            "Content-Type: text/plain; charset=UTF-8\\n"
            "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n"
            "%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"
            "X-Source-Language: en_US\\n"

            #. Shown at the top
            # Checked
            #: src/main.c:10
            #, fuzzy, c-format
            #| msgid "old"
            msgctxt "menu"
            msgid "File \\"%s\\"\\n"
            "not found"
            msgstr "Файл «%s»\\n"
            "не найден"

            msgid "%d file"
            msgid_plural "%d files"
            msgstr[0] "%d файл"
            msgstr[1] "%d файла"
            msgstr[2] "%d файлов"

            #, python-brace-format
            msgid "Hi {name}"
            msgstr "Привет, {name}"
            msgid "new"
            msgstr ""

            #~ msgctxt "menu"
            #~ msgid "gone"
            #~ msgstr "нет"
            """;

    PoImportTest() {
        super(new PoImport(), "locale/ru.po");
    }

    @Override
    protected String sample() {
        return SAMPLE;
    }

    @Override
    protected String fileOf(int messages) {
        return IntStream.range(0, messages).mapToObj(it -> "msgid \"k" + it + "\"\nmsgstr \"text\"\n\n").collect(Collectors.joining());
    }

    private static RawText plural(Map<String, String> forms) {
        return new RawText.PluralForms("", false, new TreeMap<>(forms));
    }

    @Test
    void readsEveryKindOfEntry() {
        var content = read(SAMPLE);
        assertThat(content.locale()).contains(LocaleTag.parse("ru"));
        assertThat(content.sourceLocale()).contains(LocaleTag.parse("en-US"));
        assertThat(issues(content)).containsExactly("OBSOLETE 33 menu\u0004gone");
        assertThat(content.entries()).containsExactly(
                new FileEntry("menu\u0004File \"%s\"\nnot found", 15, List.of(new FileText(Optional.empty(),
                        new RawText.Single("Файл «%s»\nне найден"), Optional.empty(), Optional.of(ReviewState.DRAFT),
                        Optional.of(MessageDialect.PRINTF))), FileDetails.comment("Shown at the top\nChecked"),
                        Optional.of(new RawText.Single("File \"%s\"\nnot found"))),
                new FileEntry("%d file", 21, List.of(new FileText(Optional.empty(),
                        plural(Map.of("one", "%d файл", "few", "%d файла", "many", "%d файлов")), Optional.empty(),
                        Optional.of(ReviewState.TRANSLATED), Optional.empty())), FileDetails.NONE,
                        Optional.of(plural(Map.of("one", "%d file", "other", "%d files")))),
                new FileEntry("Hi {name}", 28, List.of(new FileText(Optional.empty(), new RawText.Single("Привет, {name}"),
                        Optional.empty(),
                        Optional.of(ReviewState.TRANSLATED), Optional.of(MessageDialect.BRACES))), FileDetails.NONE,
                        Optional.of(new RawText.Single("Hi {name}"))),
                new FileEntry("new", 30, List.of(), FileDetails.NONE, Optional.of(new RawText.Single("new"))));
    }

    @Test
    void readsTextsWithoutFlagLiterallyInFileWithFlags() {
        var header = "msgid \"\"\nmsgstr \"Language: de\\n\"\n\n";
        var literal = "msgid \"Use HEAD@{1} 'now'\"\nmsgstr \"Nimm HEAD@{1}\"\n\n";
        var unknown = "msgid \"100% of %d\"\nmsgstr \"100% von %d\"\n\n";
        assertThat(dialects(header + "#, c-format\nmsgid \"%s\"\nmsgstr \"%s\"\n\n" + literal + unknown)).containsExactly(
                Optional.of(MessageDialect.PRINTF), Optional.of(MessageDialect.PLAIN), Optional.empty());
        assertThat(dialects(header + literal + unknown)).containsExactly(Optional.empty(), Optional.empty());
        assertThat(dialects(header + "#, python-brace-format\nmsgid \"{a}\"\nmsgstr \"{a}\"\n\n" + literal + unknown)).containsExactly(
                Optional.of(MessageDialect.BRACES), Optional.empty(), Optional.of(MessageDialect.PLAIN));
    }

    private List<Optional<MessageDialect>> dialects(String file) {
        return read(file).entries().stream().map(it -> it.texts().get(0).dialect()).toList();
    }

    @Test
    void readsTemplate() {
        var content = read("""
                msgid ""
                msgstr ""
                "Language: \\n"
                "Content-Type: text/plain; charset=CHARSET\\n"
                "Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"

                msgid "a"
                msgid_plural "b"
                msgstr[0] ""
                msgstr[1] ""
                """);
        assertThat(content.entries()).containsExactly(new FileEntry("a", 7, List.of(), FileDetails.NONE,
                Optional.of(plural(Map.of("one", "a", "other", "b")))));
        assertThat(content.locale()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "KOI8-R", "Shift_JIS", "GB18030", "EUC-JP"})
    void decodesCharsetOfHeader(String charset) {
        var text = charset.equals("KOI8-R") ? "Файл" : charset.startsWith("ISO") || charset.startsWith("w") ? "Größe" : "表示";
        var file = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=" + charset + "\\n\"\nmsgid \"a\"\nmsgstr \"" + text + "\"\n";
        file = file.replace("msgstr \"Content", "msgstr \"\"\n\"Content");
        assertThat(texts(read(file.getBytes(Charset.forName(charset))))).containsExactly(Map.entry("a", new RawText.Single(text)));
    }

    @Test
    void namesFormsByCategory() {
        assertThat(forms("ru", RUSSIAN)).isEqualTo(Map.of("one", 0, "few", 1, "many", 2));
        assertThat(forms("ja", "nplurals=1; plural=0;")).isEqualTo(Map.of("other", 0));
        assertThat(forms("fr", "nplurals=2; plural=n>1;")).isEqualTo(Map.of("one", 0, "other", 1));
        assertThat(forms("en", "nplurals=3; plural=n==0 ? 2 : n!=1")).isEqualTo(Map.of("=0", 2, "one", 0, "other", 1));
        assertThat(forms("lv", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);")).containsEntry("one", 0)
                .containsEntry("=0", 2);
        assertThat(forms("pl", "nplurals=4; plural=(n==1 ? 0 : (n%10>=2 && n%10<=4) && (n%100<12 || n%100>14) ? 1 : n!=1 && (n%10>=0 && "
                + "n%10<=1) || (n%10>=5 && n%10<=9) || (n%100>=12 && n%100<=14) ? 2 : 3);"))
                .isEqualTo(Map.of("one", 0, "few", 1, "many", 2));
    }

    private static Map<String, Integer> forms(String locale, String header) {
        return PluralIndex.parse(header).formsByCategory(LocaleTag.parse(locale));
    }

    @Test
    void evaluatesExpressionsAsC() {
        for (var expression : List.of("n*2-3+1", "n%10/3", "!n", "!!n+1", "n==1||n>5&&n<=8", "(n!=3)*2", "n<2?0:n<5?1:2", "n>=2 == 1",
                "7")) {
            var parsed = PluralExpression.parse(expression);
            for (long n = 0; n < 30; n++) {
                assertThat(parsed.applyAsLong(n)).as("%s for %s", expression, n).isEqualTo(expected(expression, n));
            }
        }
    }

    private static long expected(String expression, long n) {
        return switch (expression) {
            case "n*2-3+1" -> n * 2 - 3 + 1;
            case "n%10/3" -> n % 10 / 3;
            case "!n" -> n == 0 ? 1 : 0;
            case "!!n+1" -> n == 0 ? 1 : 2;
            case "n==1||n>5&&n<=8" -> n == 1 || n > 5 && n <= 8 ? 1 : 0;
            case "(n!=3)*2" -> n != 3 ? 2 : 0;
            case "n<2?0:n<5?1:2" -> n < 2 ? 0 : n < 5 ? 1 : 2;
            case "n>=2 == 1" -> n >= 2 ? 1 : 0;
            default -> 7;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "nplurals=0; plural=0;", "nplurals=2; plural=n;", "nplurals=2; plural=1/n;", "nplurals=2; plural=x;",
            "nplurals=2; plural=(n;", "nplurals=2; plural=n=1;", "nplurals=999; plural=0;", "nplurals=2; plural=99999999999;"})
    void rejectsInvalidPluralForms(String header) {
        assertFault("\nmsgid \"\"\nmsgstr \"Plural-Forms: " + header + "\\n\"", FileFault.MALFORMED, 2);
    }

    @Test
    void rejectsHostilePluralForms() {
        for (var expression : List.of("(".repeat(1900), "n?".repeat(900), "!".repeat(1900), "n" + "+n".repeat(5000))) {
            assertFault("msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=" + expression + "\\n\"", FileFault.MALFORMED, 1);
        }
    }

    @Test
    void rejectsInvalidFiles() {
        assertFault("msgid \"a\"\nmsgid \"b\"\n", FileFault.MALFORMED, 2);
        assertFault("msgid \"a\"\n", FileFault.MALFORMED, 2);
        assertFault("msgstr \"a\"\n", FileFault.MALFORMED, 1);
        assertFault("msgid \"a\"\nmsgstr \"b", FileFault.MALFORMED, 2);
        assertFault("msgid \"a\"\nmsgstr \"\\q\"", FileFault.MALFORMED, 2);
        assertFault("msgid \"a\"\nmsgstr[0] \"b\"", FileFault.MALFORMED, 2);
        assertFault("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"b\"", FileFault.MALFORMED, 3);
        assertFault("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"b\"", FileFault.MALFORMED, 1);
        assertFault("msgid \"a\"\nmsgstr \"\0\"", FileFault.MALFORMED, 2);
        assertFault("msgid \"a\"\nmsgstr \"\\000\"", FileFault.MALFORMED, 1);
        assertFault("nonsense", FileFault.MALFORMED, 1);
        assertFault("msgid \"a\"\nmsgstr \"é\"".getBytes(StandardCharsets.ISO_8859_1), FileFault.ENCODING, 2);
        assertFault("msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=klingon\\n\"", FileFault.ENCODING, 3);
        assertFault("msgid \"\"\nmsgstr \"Plural-Forms: nplurals=4; plural=n%4;\\n\"\nmsgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"",
                FileFault.UNKNOWN_LOCALE, 3);
        assertThat(issues(read("msgid \"a\"\nmsgstr \"b\"\nmsgid \"a\"\nmsgstr \"c\"\nmsgid \"a\"\nmsgstr "
                + "\"b\""))).containsExactly("DUPLICATE_KEY 3 a");
    }

    @Test
    void namesFormsWithoutLanguageByExpression() {
        var file = "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=n != 1;\\n\"\nmsgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] "
                + "\"c\"\nmsgstr[1] \"d\"";
        assertThat(texts(file)).containsExactly(Map.entry("a", plural(Map.of("one", "c", "other", "d"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sr@latin=sr-Latn", "sr_RS@latin=sr-Latn-RS", "ca@valencia=ca-valencia", "pt_BR.UTF-8=pt-BR", "zh_CN=zh-CN",
            "de=de"})
    void readsLocalesOfCLibrary(String pair) {
        assertThat(PoHeader.languageTag(pair.split("=")[0])).isEqualTo(pair.split("=")[1]);
    }

    @Test
    void knowsPluralsOfEveryLanguage() {
        for (var locale : ULocale.getAvailableLocales()) {
            var tag = LocaleTag.parse(locale.toLanguageTag());
            var rules = PluralRules.forLocale(locale);
            var index = PluralIndex.parse(PluralHeader.of(tag));
            var forms = index.formsByCategory(tag);
            for (int n = 0; n <= 200; n++) {
                assertThat(forms.get(rules.select(n))).as("%s %s", tag, n).isEqualTo(index.form(n));
            }
        }
    }

    private static Losses losses() {
        return new Losses(new BundleContent.Entry("k", "", ArgumentContract.EMPTY, LocaleTag.parse("en")));
    }

    private static String write(String locale, FileEntry... entries) {
        var writer = new PoWriter(LocaleTag.parse(locale), Optional.of(LocaleTag.parse("en")));
        List.of(entries).forEach(it -> writer.write(it, losses()));
        return new String(writer.finish(), StandardCharsets.UTF_8);
    }

    @Test
    void writesKeysAsContext() {
        var entry = new FileEntry("order.lost", 0, List.of(new FileText(Optional.empty(), new RawText.Single("Заказ %s\nпотерян"),
                Optional.empty(),
                Optional.of(ReviewState.DRAFT), Optional.empty())), FileDetails.comment("A note"),
                        Optional.of(new RawText.Single("Order %s lost")));
        var file = write("ru", entry);
        assertThat(file).endsWith("""

                #. A note
                #, fuzzy, c-format
                msgctxt "order.lost"
                msgid "Order %s lost"
                msgstr ""
                "Заказ %s\\n"
                "потерян"
                """).contains("X-Message-Keys: msgctxt", "X-Source-Language: en");
        var read = read(file).entries().get(0);
        assertThat(read.key()).isEqualTo("order.lost");
        assertThat(read.sourceText()).isEqualTo(entry.sourceText());
        assertThat(read.details()).isEqualTo(entry.details());
    }

    @Test
    void reportsFormsThatGettextLacks() {
        var losses = losses();
        new PoWriter(LocaleTag.parse("en"), Optional.empty()).write(new FileEntry("k", 0,
                List.of(new FileText(plural(Map.of("=0", "none", "one", "a", "other", "b")))), FileDetails.NONE), losses);
        assertThat(losses.all()).extracting(it -> it.reason()).containsExactly(LossReason.PLURAL_FORM);
    }

    @Property(tries = 500)
    void readsWhatItWrites(@ForAll("entries") List<FileEntry> entries) {
        var file = write("ru", entries.toArray(FileEntry[]::new));
        assertThat(texts(file)).as(file).isEqualTo(entries.stream().filter(it -> !isEmpty(it.texts().get(0).text()))
                .collect(Collectors.toMap(FileEntry::key, it -> withoutEmptyForms(it.texts().get(0).text()))));
        assertThat(read(file).entries()).extracting(FileEntry::key).isEqualTo(entries.stream().map(FileEntry::key).toList());
    }

    /** Excludes empty translations, which gettext does not support. */
    private static boolean isEmpty(RawText text) {
        return text instanceof RawText.Single single ? single.text().isEmpty()
                : ((RawText.PluralForms) text).forms().values().stream().allMatch(String::isEmpty);
    }

    private static RawText withoutEmptyForms(RawText text) {
        if (text instanceof RawText.PluralForms plural) {
            var forms = new TreeMap<>(plural.forms());
            forms.values().removeIf(String::isEmpty);
            return plural(forms);
        }
        return text;
    }

    @Provide
    Arbitrary<List<FileEntry>> entries() {
        return WrittenEntries.lists(WrittenEntries.texts(), WrittenEntries.single(), WrittenEntries.plural(List.of("one", "few", "many")));
    }
}
