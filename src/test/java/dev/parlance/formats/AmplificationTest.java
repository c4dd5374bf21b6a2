package dev.parlance.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.formats.android.AndroidImport;
import dev.parlance.formats.apple.StringsImport;
import dev.parlance.formats.apple.StringsdictImport;
import dev.parlance.formats.apple.XcstringsImport;
import dev.parlance.formats.goi18n.GoI18nImport;
import dev.parlance.formats.json.JsonImport;
import dev.parlance.formats.properties.PropertiesImport;
import dev.parlance.formats.spreadsheet.DelimitedLayout;
import dev.parlance.formats.table.TableReader;
import dev.parlance.formats.table.codemap.CodeMapLayout;
import dev.parlance.formats.table.html.HtmlLayout;
import dev.parlance.formats.table.text.ErrorMessageFileFormat;
import dev.parlance.formats.webextension.WebExtensionImport;
import dev.parlance.formats.xliff.XliffImport;
import dev.parlance.formats.yaml.SymfonyFormat;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests small files for which a reader would take much time or memory if it repeated work or text for each part. */
class AmplificationTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration SOON = Duration.ofSeconds(4);
    private static final ImportFormat HTML = new TableReader(new HtmlLayout());
    private static final ImportFormat CSV = new TableReader(DelimitedLayout.CSV);
    private static final ImportFormat JSON_MAP = new TableReader(CodeMapLayout.JSON);
    private static final String XLIFF = "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"en\"><file "
            + "id=\"f\">";

    @Test
    void refusesKeysThatRepeatLongNames() {
        var name = "n".repeat(40_000);
        refuses(FileFault.TOO_LARGE, new JsonImport(), "de.json", "{\"" + name + "\":{" + join(2000, it -> "\"" + it + "\":\"v\"", ",")
                + "}}");
        refuses(FileFault.TOO_LARGE, new SymfonyFormat(), "a.yaml", "'" + "n".repeat(1000) + "': &a\n  a: &b {" + join(1000, it -> it
                + ": v", ", ")
                + "}\n" + join(100, it -> "  b" + it + ": *b", "\n"));
        refuses(FileFault.TOO_LARGE, JSON_MAP, "a.json", "{\"E1\":{\"" + name
                + "\":{\"a\":\"x\",\"b\":\"y\"},\"message\":\"m\"},\"E2\":{\"message\":\"m\"}}");
        refuses(FileFault.TOO_LARGE, new AndroidImport(), "strings.xml", "<resources><string-array name=\"" + name + "\">"
                + "<item>x</item>".repeat(2000) + "</string-array></resources>");
    }

    @Test
    void refusesTextsThatRepeatLongParts() {
        var part = "p".repeat(10_000);
        refuses(FileFault.TOO_LARGE, new XliffImport(), "de.xlf", XLIFF + "<unit id=\"u\"><originalData><data id=\"d\">" + part
                + "</data></originalData><segment><source>" + join(5000, it -> "<ph id=\"" + it + "\" dataRef=\"d\"/>", "")
                + "</source></segment></unit></file></xliff>");
        refuses(FileFault.TOO_LARGE, new WebExtensionImport(), "messages.json", "{\"a\":{\"message\":\"" + "$P$".repeat(5000)
                + "\",\"placeholders\":{\"p\":{\"content\":\"" + part + "\"}}}}");
        refuses(FileFault.TOO_LARGE, new TableReader(CodeMapLayout.YAML), "a.yaml", "a: &a " + "x".repeat(100_000) + "\nE1:\n  message: ["
                + join(5000, it -> "*a", ",") + "]\n");
        var issues = timed(new XcstringsImport(), "L.xcstrings",
                "{\"sourceLanguage\":\"en\",\"strings\":{\"k\":{\"localizations\":{\"de\":{\"stringUnit\":"
                + "{\"value\":\"%#@n@\"},\"substitutions\":{\"n\":{\"formatSpecifier\":\"" + part
                + "\",\"variations\":{\"plural\":{\"other\":{\"stringUnit\":"
                + "{\"value\":\"" + "%arg".repeat(50_000) + "\"}}}}}}}}}}}").issues();
        assertThat(issues).extracting(FileIssue::reason).containsExactly(FileIssue.Reason.METADATA);
    }

    @Test
    void readsLongCommentsInLinearTime() {
        var content = timed(new StringsImport(), "L.strings", "//c\n".repeat(300_000) + "a = b;");
        assertThat(content.entries().get(0).details().comment().orElse("")).hasSize(2 * 300_000 - 1);
    }

    @Test
    void searchesDeclarationsInLinearTime() {
        timed(new StringsdictImport(), "L.stringsdict", "<!DOCTYPE plist><plist><!--" + "<!DOCTYPE".repeat(200_000)
                + "--><dict></dict></plist>");
        timed(new XliffImport(), "de.xlf", XLIFF.replace(" srcLang", " trgLang=\"de\" srcLang") + "<notes><note><![CDATA["
                + "<xliff ".repeat(200_000) + "]]></note></notes><unit id=\"u\"><segment><source>s</source></segment></unit></file>"
                + "</xliff>");
    }

    @Test
    void readsManyLocalesOfOneMessageInLinearTime() {
        var content = timed(new XcstringsImport(), "L.xcstrings", "{\"sourceLanguage\":\"en\",\"strings\":{\"k\":{\"localizations\":{"
                + join(30_000, it -> "\"de-v" + (10_000 + it) + "\":{\"stringUnit\":{\"value\":\"v\"}}", ",") + "}}}}");
        assertThat(content.entries().get(0).texts()).hasSize(30_001);
    }

    @Test
    void readsLongTableNamesInLinearTime() {
        soonOrRefused(GoI18nImport.TOML, "de.toml", "[a" + ".a".repeat(50_000) + "]\n" + join(20_000, it -> "k" + it + "='v'", "\n"));
    }

    @Test
    void numbersMessagesOfOneCodeInLinearTime() {
        assertThat(timed(CSV, "a.csv", "code,message\n" + join(60_000, it -> "E100,text " + it, "\n")).entries()).hasSize(60_000);
        var suffixes = join(30_000, it -> "E100-" + (it + 2) + ",text " + it, "\n");
        assertThat(timed(CSV, "a.csv", "code,message\n" + suffixes + "\n" + join(30_000, it -> "E100,more " + it,
                "\n")).entries()).hasSize(60_000);
    }

    @Test
    void refusesWideRows() {
        refuses(FileFault.TOO_LARGE, CSV, "a.csv", "code,message\nE1,x\n" + ",".repeat(16_000) + "\n");
    }

    @Test
    void readsPagesInLinearTime() {
        soonOrRefused(HTML, "a.html", "<table><tr><th>Code<th>Message<tr><td>E100<td>x<pre>" + " ".repeat(90_000) + "</pre></table>");
        soonOrRefused(HTML, "a.html", "<table><tr><td>E1<td>".repeat(1000) + "x");
        soonOrRefused(HTML, "a.html", join(1900, it -> "<table><tr><th>Code<th>Message " + it + "<tr><td>E100<td>x</table>", ""));
        refuses(FileFault.TOO_LARGE, HTML, "a.html", "<b>".repeat(2_000_000));
        refuses(FileFault.TOO_MANY_MESSAGES, HTML, "a.html", "<table>" + "<tr><td>x".repeat(100_002));
    }

    @Test
    void readsLongScalarsInLinearTime() {
        timed(new SymfonyFormat(), "a.yaml", "a: " + "b".repeat(4_000_000));
        timed(new SymfonyFormat(), "a.yaml", "#".repeat(4_000_000) + "\na: b");
    }

    @Test
    void refusesTooManyValues() {
        refuses(FileFault.TOO_MANY_MESSAGES, JSON_MAP, "a.json", "[" + "[],".repeat(1_500_000) + "1]");
        refuses(FileFault.TOO_MANY_MESSAGES, new PropertiesImport(), "a.properties", join(600_000, it -> "a=" + it, "\n"));
    }

    @Test
    void readsLongLinesWithoutRecursion() {
        refuses(FileFault.MALFORMED, new ErrorMessageFileFormat(), "errmsg.txt", "ER_A" + " 12345".repeat(50_000));
    }

    @Test
    void refusesCharactersThatCannotBeStored() {
        refuses(FileFault.MALFORMED, CSV, "a.csv", "code,message\nE100,a\0b\n");
        refuses(FileFault.MALFORMED, CSV, "a.csv", "code,mess\0age\nE100,a\n");
        refuses(FileFault.MALFORMED, new PropertiesImport(), "a.properties", "# a\0b\na = c\n");
        refuses(FileFault.ENCODING, new SymfonyFormat(), "a.yaml", "a: \"\\uD83D\"\n");
        refuses(FileFault.ENCODING, new StringsImport(), "L.strings", "a = \"\\UD83D\";");
        refuses(FileFault.ENCODING, new AndroidImport(), "strings.xml", "<resources><string name=\"a\">\\uD83D</string></resources>");
        refuses(FileFault.ENCODING, JSON_MAP, "a.json", "{\"E1\":{\"message\":\"\\uD83D\"},\"E2\":{\"message\":\"m\"}}");
        refuses(FileFault.MALFORMED, new ErrorMessageFileFormat(), "errmsg.txt", "languages english=eng x;\nER_A\n  eng \"a\0\"\n");
    }

    private static String join(int count, IntFunction<String> part, String separator) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(separator));
    }

    private static SourceFile file(String path, String content) {
        return new SourceFile(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuses(FileFault fault, ImportFormat format, String path, String content) {
        assertThatThrownBy(() -> timed(format, path, content)).isInstanceOfSatisfying(FileFormatException.class,
                it -> assertThat(it.fault()).as(it.getMessage()).isEqualTo(fault));
    }

    private static void soonOrRefused(ImportFormat format, String path, String content) {
        try {
            timed(format, path, content);
        } catch (FileFormatException e) {
            assertThat(List.of(FileFault.TOO_DEEP, FileFault.TOO_LARGE, FileFault.NO_MESSAGES)).as(e.getMessage()).contains(e.fault());
        }
    }

    /** Measures processor time, because other tests may run at the same time. */
    private static FileContent timed(ImportFormat format, String path, String content) {
        var file = file(path, content);
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            return format.read(file);
        } finally {
            assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(SOON);
        }
    }
}
