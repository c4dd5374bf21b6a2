package dev.parlance.formats;

import static dev.parlance.formats.ImportFiles.assertFault;
import static dev.parlance.formats.ImportFiles.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.formats.i18next.PluralKeys;
import dev.parlance.formats.properties.PropertiesImport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.PropertyResourceBundle;
import java.util.jar.JarFile;
import java.util.zip.ZipInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertiesImportTest {
    private static final PropertiesImport FORMAT = new PropertiesImport();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
        "a=b|a=b",
        "a = b  |a=b  ",
        "  a:b|a=b",
        "a b c|a=b c",
        "a|a=",
        "a\\ b\\ =c|a b =c",
        "a\\:b\\=c=d|a:b=c=d",
        "a=one \\~   two|a=one two",
        "a=x\\\\~b=y|a=x\\;b=y",
        "a=x\\\\\\~b=y|a=x\\b=y",
        "a=\\u00e9\\n\\t\\q|a=é@\tq",
        "a=\\ b|a= b",
        "a=#b|a=#b",
        "a=\\~# b|a=# b",
        "a=ud83d\\ud83d\\ude00|a=ud83d😀",
        "# c~a=b|a=b",
        "~~ ~a=b~~c=d~|a=b;c=d"})
    void readsSyntax(String content, String entries) {
        var lines = ImportFiles.read(FORMAT, file("a.properties", content.replace('~', '\n')));
        assertThat(lines).isEqualTo(List.of(entries.replace('@', '\n').split(";")));
    }

    @Test
    void takesCommentsDirectlyAboveKeyAsItsComment() {
        var content = FORMAT.read(file("a.properties", "# Licence\n\n# Shown at the top.\n!  In bold.\na=A\nb=B\n#\nc=C\n# End\n"));
        assertThat(content.entries()).extracting(it -> it.details().comment().orElse("-"))
                .containsExactly("Shown at the top.\nIn bold.", "-", "-");
        assertThat(content.entries()).extracting(FileEntry::line).containsExactly(5, 6, 8);
        assertThat(content.issues()).containsExactly(new FileIssue(FileIssue.Reason.METADATA, 1, "Licence"),
                new FileIssue(FileIssue.Reason.METADATA, 9, "End"));
    }

    /** In Java, the last property wins. */
    @Test
    void reportsDuplicateKeys() {
        assertThat(ImportFiles.read(FORMAT, file("a.properties", "a=1\nb=2\na=3\nb=2\n=x\n")))
                .containsExactly("a=3", "b=2", "duplicate-key@1:a", "no-key@5:");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "ISO-8859-1"})
    void readsEitherEncoding(String charset) {
        var bytes = "a=Größe é\n".getBytes(Charset.forName(charset));
        assertThat(ImportFiles.read(FORMAT, new SourceFile("a.properties", bytes))).containsExactly("a=Größe é");
    }

    @Test
    void readsByteOrderMark() {
        assertThat(ImportFiles.read(FORMAT, file("a.properties", "\uFEFFa=é"))).containsExactly("a=é");
        assertThat(ImportFiles.read(FORMAT, new SourceFile("a.properties", "\uFEFFa=é".getBytes(StandardCharsets.UTF_16LE))))
                .containsExactly("a=é");
        assertFault(FORMAT, new SourceFile("a.properties", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', (byte) 0xFF}),
                FileFault.ENCODING, 1);
    }

    @Test
    void refusesWhatNoTextCanHold() {
        assertFault(FORMAT, file("a.properties", "a=b\nc=\\u12x4\n"), FileFault.MALFORMED, 2);
        assertFault(FORMAT, file("a.properties", "a=b\nc=\\u12"), FileFault.MALFORMED, 2);
        assertFault(FORMAT, file("a.properties", "a=b\n\nc=\\u0000\n"), FileFault.MALFORMED, 3);
        assertFault(FORMAT, file("a.properties", "a=b\nc=x\u0000\n"), FileFault.MALFORMED, 2);
        assertFault(FORMAT, file("a.properties", "a=b\nc=\\ud800x\n"), FileFault.ENCODING, 2);
        assertFault(FORMAT, file("a.properties", "a=b\n\\udc00=x\n"), FileFault.ENCODING, 2);
    }

    @Property
    void readsLikeJava(@ForAll("files") String content) {
        var expected = new Properties();
        var file = file("a.properties", content);
        try {
            expected.load(new StringReader(content));
        } catch (IllegalArgumentException malformed) {
            assertThatThrownBy(() -> FORMAT.read(file)).isInstanceOf(FileFormatException.class);
            return;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        expected.keySet().removeIf(it -> ((String) it).isBlank());
        assertThat(toMap(FORMAT.read(file))).isEqualTo(new HashMap<>(expected));
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of("a", "b", "=", ":", " ", "\t", "\f", "\n", "\r", "\r\n", "\\", "\\\n", "#", "!", "\\u0041", "\\u", "é").list()
                .ofMaxSize(24).map(it -> String.join("", it));
    }

    private static Map<Object, Object> toMap(FileContent content) {
        var map = new HashMap<Object, Object>();
        content.entries().forEach(it -> map.put(it.key(), ImportFiles.show(it.texts().get(0).text())));
        return map;
    }

    @Test
    void readsBundlesOfKeycloakLikeJava() throws IOException {
        var jar = jarOf("org.keycloak.themes", "theme/base/login/messages/messages_en.properties");
        int entries = 0;
        try (var files = new JarFile(jar)) {
            for (var entry : files.stream().filter(it -> it.getName().matches(".*messages_.*\\.properties")).toList()) {
                var bytes = files.getInputStream(entry).readAllBytes();
                var file = new SourceFile(entry.getName(), bytes);
                var content = FORMAT.read(file);
                assertSame(bytes, content);
                assertThat(FORMAT.recognise(file)).as(entry.getName()).isGreaterThanOrEqualTo(0.7);
                assertThat(FileLocale.of(entry.getName())).as(entry.getName()).isPresent();
                entries += content.entries().size();
            }
        }
        assertThat(entries).isGreaterThan(36_000);
    }

    /** The file is a Java properties file, but its texts are in the i18next dialect. */
    @Test
    void combinesPluralFormsOfKeycloakAdministration() throws IOException {
        int entries = 0;
        int plurals = 0;
        try (var files = new JarFile(jarOf("keycloak-admin-ui", "theme/keycloak.v2/admin/messages/messages_en.properties"))) {
            for (var entry : files.stream().filter(it -> it.getName().matches(".*messages_.*\\.properties")).toList()) {
                var bytes = files.getInputStream(entry).readAllBytes();
                var content = FORMAT.read(new SourceFile(entry.getName(), bytes));
                assertSame(bytes, content);
                var combined = PluralKeys.combine(content);
                plurals += (int) combined.entries().stream().filter(it -> it.texts().get(0).text() instanceof RawText.PluralForms).count();
                assertThat(combined.issues()).isEqualTo(content.issues());
                assertThat(combined.entries()).extracting(FileEntry::key).doesNotHaveDuplicates();
                assertThat(FileLocale.of(entry.getName())).as(entry.getName()).isPresent();
                entries += content.entries().size();
            }
        }
        assertThat(entries).isEqualTo(73_542);
        assertThat(plurals).isGreaterThan(100);
    }

    @Test
    void readsErrorCodesOfH2LikeJava() throws IOException {
        int locales = 0;
        try (var zip = new ZipInputStream(PropertiesImportTest.class.getResourceAsStream("/org/h2/util/data.zip"))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().contains("_messages_")) {
                    var bytes = zip.readAllBytes();
                    var content = FORMAT.read(new SourceFile(entry.getName(), bytes));
                    assertSame(bytes, content);
                    assertThat(content.entries()).extracting(FileEntry::key).contains("07001");
                    assertThat(FileLocale.of(entry.getName())).as(entry.getName()).isPresent();
                    locales++;
                }
            }
        }
        assertThat(locales).isEqualTo(11);
    }

    @Test
    void readsMessagesOfSpringSecurityLikeJava() throws IOException {
        var folder = "/org/springframework/security/";
        for (var locale : List.of("", "_de", "_fr", "_ja", "_pt_BR", "_zh_CN")) {
            var name = folder + "messages" + locale + ".properties";
            try (var in = PropertiesImportTest.class.getResourceAsStream(name)) {
                var bytes = in.readAllBytes();
                var content = FORMAT.read(new SourceFile(name, bytes));
                assertSame(bytes, content);
                assertThat(content.entries()).hasSizeGreaterThan(30);
            }
        }
    }

    private static void assertSame(byte[] bytes, FileContent content) throws IOException {
        var bundle = new PropertyResourceBundle(new ByteArrayInputStream(bytes));
        var expected = new HashMap<Object, Object>();
        bundle.keySet().forEach(it -> expected.put(it, bundle.getString(it)));
        assertThat(toMap(content)).isEqualTo(expected);
    }

    private static String jarOf(String name, String resource) {
        var url = String.valueOf(PropertiesImportTest.class.getClassLoader().getResource(resource));
        assertThat(url).as(name).startsWith("jar:file:");
        return url.substring("jar:file:".length(), url.indexOf('!'));
    }
}
