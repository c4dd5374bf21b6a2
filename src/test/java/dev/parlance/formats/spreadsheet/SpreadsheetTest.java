package dev.parlance.formats.spreadsheet;

import static dev.parlance.formats.table.TableFiles.CSV;
import static dev.parlance.formats.table.TableFiles.TSV;
import static dev.parlance.formats.table.TableFiles.XLSX;
import static dev.parlance.formats.table.TableFiles.file;
import static dev.parlance.formats.table.TableFiles.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.CatalogContent;
import dev.parlance.formats.CatalogExport;
import dev.parlance.formats.CatalogFormat;
import dev.parlance.formats.EntryDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.MessageEntry;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.table.TableFiles;
import dev.parlance.formats.table.TableReader;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpreadsheetTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final ArgumentContract LIMIT = new ArgumentContract(List.of(new Argument("limit", ArgumentType.NUMBER, "")));

    @Test
    void readsCsvOfSpreadsheets() {
        var expected = List.of("-1015|-1015|-|-|Too many; orders\nin \"10\" s|-", "0123|0123|-|-|Zeros|-");
        var semicolons = "\uFEFFcode;message\r\n-1015;\"Too many; orders\nin \"\"10\"\" s\"\r\n0123;Zeros\r\n";
        var tabs = "code\tmessage\r\n-1015\t\"Too many; orders\nin \"\"10\"\" s\"\r\n0123\tZeros\r\n";
        assertThat(lines(CSV.read(file("a.csv", semicolons)))).isEqualTo(expected);
        assertThat(lines(CSV.read(file("a.csv", tabs)))).isEqualTo(expected);
        assertThat(lines(CSV.read(file("a.csv", semicolons.replace("code;", "code|").replace("5;", "5|").replace("3;", "3|")))))
                .isEqualTo(expected);
        var utf16 = new SourceFile("a.txt", ("\uFEFF" + tabs).getBytes(StandardCharsets.UTF_16LE));
        assertThat(lines(TSV.read(utf16))).isEqualTo(expected);
        assertThat(TSV.recognise(utf16)).isPositive();
        assertThat(CSV.read(file("a.csv", semicolons)).entries()).extracting(FileEntry::line).containsExactly(2, 4);
    }

    @Test
    void keepsApostrophesOfForeignFiles() {
        assertThat(lines(CSV.read(file("a.csv", "code,message\n1,'-x' is no option\n2,=SUM(A1)\n"))))
                .containsExactly("1|1|-|-|'-x' is no option|-", "2|2|-|-|=SUM(A1)|-");
    }

    @Test
    void readsNumbersOfWorkbooksAsShown() {
        var file = workbook(sheet -> {
            row(sheet, 0, "Errors of the API");
            row(sheet, 2, "code", "message");
            sheet.value(3, 0, 123);
            sheet.style(3, 0).format("0000").set();
            sheet.value(3, 1, "Padded");
            sheet.value(4, 0, -1121);
            sheet.value(4, 1, "Negative");
            sheet.value(5, 0, 100000.0);
            sheet.value(5, 1, "Large");
            sheet.value(6, 0, "1E5");
            sheet.value(6, 1, "=1+1");
            sheet.value(7, 0, "0123-text");
            sheet.formula(7, 1, "UPPER(\"x\")");
        });
        assertThat(lines(XLSX.read(file))).containsExactly("0123|0123|-|-|Padded|-", "-1121|-1121|-|-|Negative|-",
                "100000|100000|-|-|Large|-", "1E5|1E5|-|-|=1+1|-");
    }

    static Stream<Object> writers() {
        return Stream.of(DelimitedWriter.CSV, DelimitedWriter.TSV, new WorkbookWriter());
    }

    private static TableReader reader(String name) {
        return switch (name) {
            case "csv" -> CSV;
            case "tsv" -> TSV;
            default -> XLSX;
        };
    }

    @ParameterizedTest
    @MethodSource("writers")
    void roundTripsBundles(BundleFormat format) {
        var entries = new ArrayList<BundleContent.Entry>();
        int number = 0;
        for (var text : List.of("plain", "=1+1", "+1 more", "-2 < 0", "@user", "\tindented", "\rreturn", "'quoted'", "'-x' is no option",
                "''=x", "-1015", "1E5", "0123", "two\nlines", " blanks ", "\"quotes\", commas; \u0001 and 😀", "＝wide",
                "_x0041_ is literal", "{limit, number}")) {
            entries.add(entry("-101" + number++, text));
        }
        var written = format.write(new BundleContent(EN, entries));
        var content = reader(format.name()).read(new SourceFile("en." + format.name(), written.bytes()));

        assertThat(content.issues()).extracting(it -> it.key()).isSubsetOf("source");
        assertThat(content.entries()).hasSameSizeAs(entries);
        for (int i = 0; i < entries.size(); i++) {
            var read = content.entries().get(i);
            assertThat(read.key()).isEqualTo(entries.get(i).key());
            assertThat(read.details().code()).contains("0123");
            assertThat(read.details().reason()).contains("REASON");
            assertThat(read.details().httpStatus()).hasValue(400);
            assertThat(TableFiles.text(read.texts().get(0))).isEqualTo(entries.get(i).pattern());
            assertThat(read.texts().get(0).description()).contains("-description");
            assertThat(read.texts().get(0).dialect()).contains(MessageDialect.ICU);
        }
        assertThat(format.write(new BundleContent(EN, entries)).bytes()).isEqualTo(written.bytes());
    }

    @ParameterizedTest
    @MethodSource("writers")
    void roundTripsGrpcStatus(BundleFormat format) {
        var written = format.write(new BundleContent(EN, List.of(entry("a.key", "= one"), entry("b.key", "two"))));
        var content = reader(format.name()).read(new SourceFile("en." + format.name(), written.bytes()));
        assertThat(content.entries()).extracting(it -> it.details().grpcStatus())
                .containsExactly(Optional.empty(), Optional.of("OUT_OF_RANGE"));
        assertThat(content.entries()).extracting(it -> TableFiles.text(it.texts().get(0))).containsExactly("= one", "two");
    }

    @ParameterizedTest
    @MethodSource("writers")
    void roundTripsCatalogs(CatalogFormat format) {
        var german = LocaleTag.parse("de");
        var chinese = LocaleTag.parse("zh-Hans");
        var messages = List.of(message("a.key"), message("b.key"));
        var bundles = new TreeMap<LocaleTag, BundleContent>();
        bundles.put(EN, new BundleContent(EN, List.of(entry("a.key", "One"), entry("b.key", "Two"))));
        bundles.put(german, new BundleContent(german, List.of(entry("a.key", "Eins"))));
        bundles.put(chinese, new BundleContent(chinese, List.of(entry("b.key", "二"))));
        var export = new CatalogExport("errors", new CatalogContent("Errors", EN, new TreeSet<>(), messages, new TreeMap<>()), bundles);
        var files = format.write(export);

        var content = reader(format.name()).read(new SourceFile(files.firstKey(), files.get(files.firstKey())));
        assertThat(files.keySet()).containsExactly("errors." + format.name());
        assertThat(content.issues()).isEmpty();
        assertThat(content.entries()).extracting(FileEntry::key).containsExactly("a.key", "b.key");
        assertThat(content.entries().get(0).texts()).extracting(it -> it.locale().orElseThrow() + "=" + TableFiles.text(it))
                .containsExactly("de=Eins", "en=One");
        assertThat(content.entries().get(1).texts()).extracting(it -> it.locale().orElseThrow() + "=" + TableFiles.text(it))
                .containsExactly("en=Two", "zh-Hans=二");
        assertThat(content.entries().get(0).details().arguments()).isEqualTo(LIMIT.arguments());
        assertThat(content.entries()).extracting(it -> it.details().grpcStatus())
                .containsExactly(Optional.empty(), Optional.of("OUT_OF_RANGE"));
        assertThat(content.entries().get(0).details().tags()).containsExactlyInAnyOrder("order", "rate-limit");
    }

    @Property(tries = 300)
    void guardsEveryFormula(@ForAll("cells") String cell) {
        var guarded = FormulaGuard.add(cell);
        assertThat(FormulaGuard.remove(guarded)).isEqualTo(cell);
        assertThat(guarded).matches("(?s)[^=+\\-@\t\r\n].*|[-+]?[0-9]+(\\.[0-9]+)?|");
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.strings().withChars("=+-@\t\r\n'x1.").ofMaxLength(6);
    }

    private static MessageEntry message(String key) {
        return new MessageEntry(key, "0123", "REASON", 400, key.equals("b.key") ? Optional.of("OUT_OF_RANGE") : Optional.empty(), LIMIT,
                new TreeSet<>(Set.of("order", "rate-limit")));
    }

    private static BundleContent.Entry entry(String key, String text) {
        return new BundleContent.Entry(key, text, LIMIT, EN, Set.of(), new EntryDetails(Optional.of(message(key)), Optional.empty(),
                Optional.of("Source"), Optional.of("-description"), Optional.empty()));
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            sheet.value(row, i, cells[i]);
        }
    }

    private static SourceFile workbook(Consumer<Worksheet> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Test", "1.0"); var sheet = workbook.newWorksheet("Codes")) {
            rows.accept(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceFile("codes.xlsx", bytes.toByteArray());
    }
}
