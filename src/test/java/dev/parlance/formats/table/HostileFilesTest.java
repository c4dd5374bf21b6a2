package dev.parlance.formats.table;

import static dev.parlance.formats.table.TableFiles.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.ImportFormat;
import dev.parlance.formats.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {
    private static final int DEEP = 20_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String ROWS = "@rows@";
    private static final String SHEET = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
            + "<row r='1'><c r='A1' t='inlineStr'><is><t>code</t></is></c><c r='B1' t='inlineStr'><is><t>message</t></is></c></row>" + ROWS
            + "</sheetData></worksheet>";

    @ParameterizedTest
    @CsvSource({"csv", "tsv", "html", "markdown", "json-map", "toml-map", "yaml-map", "yaml-rails", "yaml-symfony", "error-code-text",
            "errmsg"})
    void rejectsWrongEncodings(String format) {
        var latin1 = "code,message\n1,Schlüssel\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(fault(format, new SourceFile("a." + format, latin1))).isEqualTo(FileFault.ENCODING);
    }

    @Test
    void rejectsDeepNesting() {
        assertThat(fault("json-map", file("a.json", "[".repeat(DEEP)))).isEqualTo(FileFault.TOO_DEEP);
        assertThat(fault("json-map", file("a.json", "{\"a\":".repeat(DEEP)))).isEqualTo(FileFault.TOO_DEEP);
        assertThat(fault("yaml-map", file("a.yaml", "[".repeat(DEEP)))).isEqualTo(FileFault.TOO_DEEP);
        assertThat(fault("yaml-rails", file("a.yaml", "{a: ".repeat(DEEP)))).isEqualTo(FileFault.TOO_DEEP);
        assertThat(fault("toml-map", file("a.toml", "a = " + "[".repeat(DEEP)))).isEqualTo(FileFault.TOO_DEEP);
        assertThat(fault("toml-map", file("a.toml", "a = " + "{a = ".repeat(DEEP)))).isEqualTo(FileFault.TOO_DEEP);
        assertThat(fault("toml-map", file("a.toml", "a" + ".a".repeat(DEEP) + " = 1"))).isEqualTo(FileFault.TOO_DEEP);
        assertThat(fault("html", file("a.html", "<div>".repeat(DEEP)))).isEqualTo(FileFault.NO_MESSAGES);
        assertThat(fault("markdown", file("a.md", "> ".repeat(DEEP) + "*_".repeat(DEEP)))).isEqualTo(FileFault.NO_MESSAGES);
    }

    @Test
    void rejectsTooManyRows() {
        assertThat(fault("csv", file("a.csv", "code,message\n" + "1,Text\n".repeat(200_000)))).isEqualTo(FileFault.TOO_MANY_MESSAGES);
        assertThat(fault("markdown", file("a.md", "|code|message|\n|---|---|\n" + "|1|Text|\n".repeat(200_000))))
                .isEqualTo(FileFault.TOO_MANY_MESSAGES);
        assertThat(fault("html", file("a.html", "<table><tr><th>code<th>message" + "<tr><td>1<td>Text".repeat(200_000))))
                .isEqualTo(FileFault.TOO_MANY_MESSAGES);
        assertThat(fault("json-map", file("a.json", "[" + "{\"code\":1,\"message\":\"Text\"},".repeat(200_000) + "{}]")))
                .isEqualTo(FileFault.TOO_MANY_MESSAGES);
        assertThat(fault("error-code-text", file("a.txt", "1001400Text\n".repeat(200_000)))).isEqualTo(FileFault.TOO_MANY_MESSAGES);
        assertThat(fault("yaml-rails", file("a.yml", "en:\n" + IntStream.range(0, 200_000).mapToObj(it -> "  k" + it + ": x\n")
                .collect(Collectors.joining())))).isEqualTo(FileFault.TOO_MANY_MESSAGES);
        assertThat(fault("xlsx", workbook(SHEET.replace(ROWS, IntStream.rangeClosed(2, 200_000).mapToObj(it ->
                "<row r='" + it + "'><c r='A" + it + "' t='n'><v>" + it + "</v></c><c r='B" + it + "' t='n'><v>" + it * 31
                        + "</v></c></row>")
                .collect(Collectors.joining())))))
                .isEqualTo(FileFault.TOO_MANY_MESSAGES);
    }

    @Test
    void stopsAtTheFirstMemberTooMany() {
        var members = IntStream.rangeClosed(0, 100_000).mapToObj(it -> "\"k" + it + "\": {\"message\": \"x\"},\n")
                .collect(Collectors.joining("", "{", ""));
        for (var format : List.of("json-map", "yaml-map")) {
            assertThat(fault(format, file("a." + format.replace("-map", ""), members + "]"))).as(format)
                    .isEqualTo(FileFault.TOO_MANY_MESSAGES);
        }
    }

    @Test
    void rejectsHugeCellsAndSpans() {
        assertThat(fault("csv", file("a.csv", "code,message\n1," + "x".repeat(200_000)))).isEqualTo(FileFault.TOO_LARGE);
        assertThat(fault("csv", file("a.csv", "code" + ",c".repeat(5000)))).isEqualTo(FileFault.TOO_LARGE);
        assertThat(fault("html", file("a.html", "<table><tr><td colspan=100000>1</table>"))).isEqualTo(FileFault.TOO_LARGE);
        var spans = "<table><tr><th>code" + "<tr><td rowspan=65534 colspan=900>1".repeat(2000);
        assertThat(fault("html", file("a.html", spans))).isEqualTo(FileFault.TOO_LARGE);
        assertThat(fault("xlsx", workbook(SHEET.replace(ROWS, "<row r='2'><c r='XFD2' t='n'><v>1</v></c></row>"))))
                .isEqualTo(FileFault.TOO_LARGE);
        assertThat(fault("error-code-text", file("a.txt", "1001400" + "aB".repeat(150_000)))).isEqualTo(FileFault.TOO_LARGE);
    }

    @Test
    void rejectsBombsOfYaml() {
        var laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [*a").append(i - 1).append(", *a").append(i - 1).append("]\n");
        }
        assertThat(fault("yaml-map", file("a.yaml", laughs.toString()))).isEqualTo(FileFault.TOO_LARGE);
        assertThat(fault("yaml-symfony", file("a.en.yaml", "a: &a {b: *a}"))).isEqualTo(FileFault.MALFORMED);
        assertThat(fault("yaml-symfony", file("a.en.yaml", "a: !!java.net.URL [x]"))).isEqualTo(FileFault.MALFORMED);
        assertThat(fault("yaml-symfony", file("a.en.yaml", "a: x\na: y"))).isEqualTo(FileFault.MALFORMED);
        assertThat(fault("json-map", file("a.json",
                "{\"a\":{\"message\":\"x\"},\"a\":{\"message\":\"y\"}}"))).isEqualTo(FileFault.MALFORMED);
    }

    @Test
    void rejectsHostileArchives() {
        var zeros = "\0".repeat(8 * 1024 * 1024);
        assertThat(fault("xlsx", archive(Map.of("xl/workbook.xml", zeros)))).isEqualTo(FileFault.TOO_LARGE);
        assertThat(fault("xlsx", withDeclaredSize(archive(Map.of("xl/workbook.xml", zeros)), 10))).isEqualTo(FileFault.TOO_LARGE);
        assertThat(fault("xlsx", archive(Map.of("../../etc/cron.d/x", "x")))).isEqualTo(FileFault.UNSAFE_PATH);
        assertThat(fault("xlsx", archive(IntStream.range(0, 2000).boxed().collect(Collectors.toMap(it -> "f" + it, it -> "x")))))
                .isEqualTo(FileFault.TOO_LARGE);
        assertThat(fault("xlsx", workbook("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + SHEET))).isEqualTo(FileFault.ENTITY);
        assertThat(fault("xlsx", new SourceFile("a.xlsx", "PK\3\4 no archive".getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo(FileFault.MALFORMED);
        assertThat(fault("xlsx", workbook(SHEET.replace(ROWS, "<row r='2'><c r='ZZZZZZ2' t='n'><v>1</v></c></row>"))))
                .isEqualTo(FileFault.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "a", "\0", "---\n---\n", "\uFEFF", "|", "code,message", "en:", "a = ", "<table>",
            "# A_B\n# C_D"})
    void readsOrRejectsFragments(String text) {
        TableFiles.ALL.forEach(format -> readOrReject(format, file("a." + format.name(), text)));
    }

    @Property(tries = 300)
    void neverFailsOtherwise(@ForAll("documents") String text) {
        TableFiles.ALL.forEach(format -> readOrReject(format, file("a." + format.name(), text)));
    }

    @Provide
    Arbitrary<String> documents() {
        return Arbitraries.of("code", "message", "1001", "400", "ERR_A_B", "Text here", "\n", "\n", "\n", ",", "\t", "|", "---", "# ",
                "* ", "> ",
                "`", "<table>", "<tr>", "<td rowspan=0>", "<th colspan=3>", "</table>", "<ul><li>", "<br>", "{", "}", "[", "]", ":", " ",
                "  ",
                "\"", "'", "=", "- ", "&a ", "*a", "!!int ", "<<", "en", "one", "other", "start-error-number 1", "languages english=eng;",
                "eng",
                "😀", "\r", "?", "%", "@", "...", "0x1F", "(7)").list().ofMaxSize(40).map(it -> String.join("", it));
    }

    private static void readOrReject(ImportFormat format, SourceFile file) {
        assertThat(format.recognise(file)).isBetween(0.0, 1.0);
        try {
            assertThat(format.read(file).entries()).allMatch(it -> !it.key().isEmpty() && !it.texts().isEmpty());
        } catch (FileFormatException e) {
            assertThat(e.detail()).isNotEmpty();
        }
    }

    private static FileFault fault(String format, SourceFile file) {
        var reader = TableFiles.ALL.stream().filter(it -> it.name().equals(format)).findFirst().orElseThrow();
        var start = THREADS.getCurrentThreadCpuTime();
        reader.recognise(file);
        var fault = catchThrowableOfType(FileFormatException.class, () -> reader.read(file));
        assertThat(fault).as(format).isNotNull();
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).as(format).isLessThan(Duration.ofSeconds(5));
        return fault.fault();
    }

    private static SourceFile workbook(String sheet) {
        var files = new LinkedHashMap<String, String>();
        files.put("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override "
                + "PartName='/xl/workbook.xml'"
                + " ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>");
        files.put("xl/workbook.xml", "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
                + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                + "<sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>");
        files.put("xl/_rels/workbook.xml.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'"
                + " Target='worksheets/sheet1.xml'/></Relationships>");
        files.put("xl/worksheets/sheet1.xml", sheet);
        return archive(files);
    }

    private static SourceFile archive(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceFile("a.xlsx", bytes.toByteArray());
    }

    /** Changes the size in the central directory of an archive with one entry. */
    private static SourceFile withDeclaredSize(SourceFile archive, int size) {
        var bytes = archive.bytes().clone();
        for (int i = bytes.length - 22; i > 0; i--) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 24] = (byte) size;
                bytes[i + 25] = 0;
                bytes[i + 26] = 0;
                bytes[i + 27] = 0;
            }
        }
        return new SourceFile(archive.path(), bytes);
    }
}
