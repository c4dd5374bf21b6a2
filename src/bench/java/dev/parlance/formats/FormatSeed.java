package dev.parlance.formats;

import dev.parlance.formats.android.AndroidImport;
import dev.parlance.formats.apple.StringsImport;
import dev.parlance.formats.apple.StringsdictImport;
import dev.parlance.formats.apple.XcstringsImport;
import dev.parlance.formats.arb.ArbImport;
import dev.parlance.formats.formatjs.FormatJsImport;
import dev.parlance.formats.goi18n.GoI18nImport;
import dev.parlance.formats.i18next.I18nextImport;
import dev.parlance.formats.json.JsonImport;
import dev.parlance.formats.po.PoImport;
import dev.parlance.formats.properties.PropertiesImport;
import dev.parlance.formats.spreadsheet.DelimitedLayout;
import dev.parlance.formats.spreadsheet.WorkbookLayout;
import dev.parlance.formats.table.TableReader;
import dev.parlance.formats.table.codemap.CodeMapLayout;
import dev.parlance.formats.table.html.HtmlLayout;
import dev.parlance.formats.table.markdown.MarkdownLayout;
import dev.parlance.formats.table.text.CodeTextLayout;
import dev.parlance.formats.table.text.ErrorMessageFileFormat;
import dev.parlance.formats.webextension.WebExtensionImport;
import dev.parlance.formats.xliff.XliffImport;
import dev.parlance.formats.xliff12.Xliff12Import;
import dev.parlance.formats.yaml.RailsFormat;
import dev.parlance.formats.yaml.SymfonyFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/**
 * A valid file of a format with several features, from which hostile ones are made.
 *
 * @param path of the file, with the extension of the format
 */
record FormatSeed(ImportFormat format, String path, byte[] bytes) {
    private static final String JSON = "{\"a\":\"x\",\"b\":{\"c\":\"{n, plural, one{#} other{#}}\",\"d_one\":\"{{count}} y\","
            + "\"d_other\":\"z\"},"
            + "\"e\":[\"f\",{\"g\":\"\\ud83d\\ude00\"}],\"h\":null,\"i\":1.5}";

    private static FormatSeed of(ImportFormat format, String path, String content) {
        return new FormatSeed(format, path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns one file for each reader. */
    static List<FormatSeed> all() {
        return List.of(
                of(new PropertiesImport(), "m_de.properties", "# c\n! d\na = x\\u00e9\\\n  y\nb\\ c:z\\t\n\n# e\n\na=q\n"),
                of(new JsonImport(), "de.json", JSON),
                of(new I18nextImport(), "de.json", JSON),
                of(new FormatJsImport(), "de.json", "{\"a\":\"x '<b>' y\",\"b\":{\"defaultMessage\":\"{n}\",\"description\":\"d\","
                + "\"line\":1}}"),
                of(new ArbImport(), "app_de.arb", "{\"@@locale\":\"de\",\"a\":\"x {n}\",\"@a\":{\"description\":\"d\",\"type\":\"text\","
                        + "\"placeholders\":{\"n\":{\"type\":\"int\",\"example\":\"1\",\"format\":\"compact\"}}},\"@b\":{}}"),
                of(new WebExtensionImport(), "_locales/de/messages.json", "{\"a\":{\"message\":\"x $N$ $1 $$\",\"description\":\"d\","
                        + "\"placeholders\":{\"n\":{\"content\":\"$1\",\"example\":\"e\"},\"m\":{\"content\":\"y\"}}}}"),
                of(GoI18nImport.JSON, "active.de.json", "{\"a\":\"x\",\"b\":{\"one\":\"{{.PluralCount}}\",\"other\":\"y\","
                + "\"description\":\"d\","
                        + "\"leftDelim\":\"<<\",\"hash\":\"sha1-1\"},\"c\":{\"d\":{\"other\":\"z\"}}}"),
                of(GoI18nImport.TOML, "active.de.toml", "a = 'x'\n[b]\none = \"{{.PluralCount}}\"\nother = '''y\nz'''\n"
                        + "\"q.r\".s = 1\nt = 2020-01-02T03:04:05Z\n[[c]]\nd = [1, 0x1F, inf, {e = true}]\n"),
                of(new PoImport(), "de.po", "msgid \"\"\nmsgstr \"\"\n\"Language: de\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                        + "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n#. e\n# c\n#, fuzzy, c-format\nmsgctxt \"x\"\nmsgid \"a "
                        + "%s\"\n"
                        + "msgstr \"b\\n\"\n\"\\x41\\101\"\n\nmsgid \"p\"\nmsgid_plural \"q\"\nmsgstr[0] \"r\"\nmsgstr[1] \"s\"\n\n#~ "
                        + "msgid \"o\"\n#~ msgstr \"o\"\n"),
                of(new Xliff12Import(), "de.xlf", "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\"><file source-language=\"en\" "
                + "target-language=\"de\""
                        + " original=\"f\" datatype=\"x\"><body><group><trans-unit id=\"a\" approved=\"yes\"><source>S <g id=\"1\">t</g>"
                        + "</source>"
                        + "<target state=\"final\">T <x id=\"2\"/></target><note>n</note></trans-unit></group></body></file></xliff>"),
                of(new XliffImport(), "de.xlf", "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"en\" "
                + "trgLang=\"de\">"
                        + "<file id=\"f\"><unit id=\"u\" name=\"n\"><notes><note>c</note></notes><originalData><data id=\"d\">%s</data>"
                        + "</originalData>"
                        + "<segment state=\"final\"><source>S <ph id=\"1\" dataRef=\"d\"/><pc id=\"2\">x</pc></source><target>T <ph "
                        + "id=\"1\" dataRef=\"d\"/>"
                        + "<pc id=\"2\">x</pc></target></segment></unit></file></xliff>"),
                of(new AndroidImport(), "values-de/strings.xml",
                "<resources xmlns:x=\"urn:x\"><!-- c --><string name=\"a\" formatted=\"false\">x\\u00e9 <b>\"y  \"</b>"
                        + "<![CDATA[<z>]]></string><plurals name=\"b\"><item quantity=\"one\">1</item><item quantity=\"other\">%d</item>"
                        + "</plurals>"
                        + "<string-array name=\"c\"><item>p</item><item>@string/a</item></string-array></resources>"),
                of(new StringsImport(), "de.lproj/L.strings", "/* c */\n\"a\" = \"x\\n\\U00e9\\101\";\n// d\nb = 'y';\n\"c\";\n"),
                of(new StringsdictImport(), "de.lproj/L.stringsdict",
                "<!DOCTYPE plist PUBLIC \"-//Apple//DTD\" \"http://127.0.0.1:9/x.dtd\"><plist version=\"1.0\">"
                        + "<dict><key>k</key><dict><key>NSStringLocalizedFormatKey</key><string>%#@n@ x</string><key>n</key><dict>"
                        + "<key>NSStringFormatSpecTypeKey</key><string>NSStringPluralRuleType</string><key>"
                        + "NSStringFormatValueTypeKey</key><string>d</string>"
                        + "<key>one</key><string>1</string><key>other</key><string>%d</string></dict></dict></dict></plist>"),
                of(new XcstringsImport(), "L.xcstrings", "{\"sourceLanguage\":\"en\",\"strings\":{\"k\":{\"comment\":\"c\","
                + "\"localizations\":{\"de\":{\"stringUnit\":"
                        + "{\"state\":\"translated\",\"value\":\"x\"}},\"fr\":{\"variations\":{\"plural\":{\"one\":{\"stringUnit\":{\"val"
                        + "ue\":\"1\"}}}}},"
                        + "\"it\":{\"stringUnit\":{\"value\":\"%#@n@\"},\"substitutions\":{\"n\":{\"argNum\":1,"
                        + "\"formatSpecifier\":\"lld\",\"variations\":{\"plural\":"
                        + "{\"other\":{\"stringUnit\":{\"value\":\"%arg\"}}}}}}}}}},\"version\":\"1.0\"}"),
                of(new RailsFormat(), "de.yml", "de:\n  a: x\n  b: &t\n    one: '1'\n    other: \"%{count}\"\n  c: *t\n  d: |\n    l\n   "
                + " m\n  e: [f, g]\n  n: ~\n"),
                of(new SymfonyFormat(), "messages.de.yaml", "a: 'x %n%'\nb:\n  c: one|many\n  <<: {d: e}\n\"q\": !!str z\n"),
                of(new TableReader(DelimitedLayout.CSV), "c.csv",
                "code,message,status,\"text (de)\"\nE100,\"Not \"\"found\"\"\nhere\",404,x\nE200,y,500,=1+1\n"),
                of(new TableReader(DelimitedLayout.TSV), "c.tsv", "code\tmessage\tstatus\nE100\tNot found\t404\nE200\ty\t500\n"),
                new FormatSeed(new TableReader(new WorkbookLayout()), "c.xlsx", workbook()),
                of(new TableReader(new HtmlLayout()), "c.html",
                "<!doctype html><meta charset=utf-8><table><tr><th>Code<th colspan=2>Message<tr><td rowspan=2>E100<td>Not<br>found"
                        + "<td><ul><li>x<li>y</ul><tr><td>z<td><pre>p  q\n</pre></table>"),
                of(new TableReader(new MarkdownLayout()), "c.md",
                "---\nt: x\n---\n# Errors\n\n| Code | Message |\n|---|---|\n| E100 | Not `found` \\| x<br/>y |\n| E200 | z |\n\n"
                        + "## -1001 DISCONNECTED\n* m *e* [l](u)\n* n\n\n## -1002 DENIED\n> q\n\ntext\n"),
                of(new TableReader(CodeMapLayout.JSON), "c.json",
                "{\"errors\":{\"E100\":{\"message\":\"x\",\"status\":404,\"more\":{\"a\":[\"b\",\"c\"]}},\"E200\":{\"message\":\"y\"}}}"),
                of(new TableReader(CodeMapLayout.TOML), "c.toml", "[E100]\nmessage = \"x\"\nstatus = 404\n[E200]\nmessage = '''y'''\n"),
                of(new TableReader(CodeMapLayout.YAML), "c.yaml", "E100: &a\n  message: x\n  status: 404\nE200:\n  <<: *a\n  message: y\n"),
                of(new TableReader(new CodeTextLayout()), "c.txt",
                "CodeStatusMessage\n1001404Not foundThe thing is missing.\n1002500FailedTry again.\n1003400Bad 'x'Bad 'x'\n"),
                of(new ErrorMessageFileFormat(), "errmsg.txt",
                "languages english=eng latin1, german=ger utf8;\ndefault-language eng\nstart-error-number 1000\n"
                        + "ER_A 12345 S1000\n  eng \"x %s \\\"q\\\"\"\n  ger \"y\"\n# c\nER_B\n  eng \"z\"\n"));
    }

    private static byte[] workbook() {
        try (var bytes = new ByteArrayOutputStream(); var workbook = new Workbook(bytes, "fuzz", "1.0")) {
            var sheet = workbook.newWorksheet("s");
            var cells = List.of(List.of("code", "message"), List.of("E100", "Not found"), List.of("E200", "x_x0001_"));
            for (int row = 0; row < cells.size(); row++) {
                sheet.value(row, 0, cells.get(row).get(0));
                sheet.value(row, 1, cells.get(row).get(1));
            }
            sheet.value(3, 0, 1E5);
            sheet.formula(3, 1, "A1+B1");
            workbook.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
