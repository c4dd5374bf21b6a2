package dev.parlance.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.formats.RawText.Single;
import dev.parlance.formats.folder.FolderFormat;
import dev.parlance.formats.folder.FolderImport;
import dev.parlance.locales.LocaleTag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderImportTest {
    private static final Map<String, String> FILES = Map.of(
            "t/catalog.json", "{\"title\":\"T\",\"sourceLocale\":\"en\",\"locales\":[\"en\"]}",
            "t/codes.csv", "key,code,reason,httpStatus,grpcStatus,tags\na,c1,A,400,OUT_OF_RANGE,x y\n",
            "t/arguments.csv", "key,name,type,example\na,n,number,5\n",
            "t/en.json", "{\"locale\":\"en\",\"syntax\":\"printf\",\"texts\":{\"a\":{\"message\":\"%d\",\"description\":\"D\"}}}");

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "parlance"})
    void readsEverythingInFolder(String catalog) throws IOException {
        var folder = Path.of("translations", catalog);
        var files = new ArrayList<SourceFile>();
        try (var paths = Files.list(folder)) {
            for (var path : paths.toList()) {
                files.add(new SourceFile("up/load/" + path.getFileName(), Files.readAllBytes(path)));
            }
        }
        var content = new FolderFormat().read(name -> find(files, "up/load/" + name));
        assertThat(FolderImport.find(files)).containsExactly("up/load/");
        var read = FolderImport.read("up/load/", files);
        assertThat(read.issues()).isEmpty();
        assertThat(read.sourceLocale()).contains(content.sourceLocale());
        assertThat(read.entries()).extracting(FileEntry::key)
                .containsExactlyElementsOf(content.messages().stream().map(MessageEntry::key).toList());
        for (var entry : read.entries()) {
            for (var text : entry.texts()) {
                var expected = content.texts().get(text.locale().orElseThrow()).get(entry.key());
                assertThat(text.text()).isEqualTo(new Single(expected.message()));
                assertThat(text.description().orElse("")).isEqualTo(expected.description());
                assertThat(text.dialect().orElseThrow().label()).isEqualTo(expected.syntax().label());
            }
        }
        assertThat(read.entries().stream().mapToInt(it -> it.texts().size()).sum())
                .isEqualTo(content.texts().values().stream().mapToInt(Map::size).sum());
    }

    @Test
    void readsDefinitions() {
        var entry = FolderImport.read("t/", files(Map.of())).entries().get(0);
        assertThat(entry.line()).isEqualTo(2);
        assertThat(entry.details().code()).contains("c1");
        assertThat(entry.details().reason()).contains("A");
        assertThat(entry.details().httpStatus()).hasValue(400);
        assertThat(entry.details().grpcStatus()).contains("OUT_OF_RANGE");
        assertThat(entry.details().tags()).containsExactlyInAnyOrder("x", "y");
        assertThat(entry.details().arguments()).extracting(it -> it.name() + it.type() + it.example()).containsExactly("nNUMBER5");
        assertThat(entry.texts().get(0).locale()).contains(LocaleTag.parse("en"));
    }

    @Test
    void reportsOtherFiles() {
        assertThat(FolderImport.read("t/", files(Map.of("t/de.json", "{}", "t/README.md", "", "t/x/y.json", "", "z.json", ""))).issues())
                .containsExactly(new FileIssue(FileIssue.Reason.METADATA, 0, "t/de.json"));
        assertThat(FolderImport.find(files(Map.of("catalog.json", "{}")))).containsExactly("t/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            t/en.json       | `{"locale":"en",\n"syntax":"icu","syntax":"icu"}` | malformed | 2
            t/en.json       | {"locale":"en","syntax":"x","texts":{"a":{"message":"m","description":""}}} | malformed | 0
            t/en.json       | {"locale":"en","syntax":"icu","texts":{"a":{"message":"\0","description":""}}} | malformed | 0
            t/en.json       | {"locale":"en","syntax":"icu","texts":{"a":{"message":"\\u0000","description":""}}} | malformed | 0
            t/catalog.json  | {"title":"T","sourceLocale":"en","locales":["en","de"]} | malformed | 0
            t/catalog.json  | {"title":"T","sourceLocale":"!","locales":["en"]}       | malformed | 0
            t/catalog.json  | {"title":"T","sourceLocale":"en","locales":["../en"]}   | malformed | 0
            t/catalog.json  | {"title":"T","sourceLocale":"en","locales":[null]}      | malformed | 1
            t/catalog.json  | null                                                    | malformed | 0
            t/codes.csv     | `key,code,reason,httpStatus\na,a,A,x\n`                 | malformed | 2
            """)
    void refusesInvalidFiles(String path, String content, String fault, int line) {
        var files = files(Map.of(path, content.replace("\\n", "\n")));
        assertThatThrownBy(() -> FolderImport.read("t/", files)).isInstanceOfSatisfying(FileFormatException.class, it -> {
            assertThat(it.file()).startsWith("t/");
            assertThat(it.fault().label()).isEqualTo(fault);
            assertThat(it.line()).isEqualTo(line);
        });
    }

    @Test
    void refusesOtherEncodings() {
        var files = new ArrayList<>(files(Map.of()));
        files.removeIf(it -> it.path().equals("t/codes.csv"));
        files.add(new SourceFile("t/codes.csv", "key,code,reason,httpStatus\na,é,A,400\n".getBytes(StandardCharsets.ISO_8859_1)));
        assertThatThrownBy(() -> FolderImport.read("t/", files)).isInstanceOfSatisfying(FileFormatException.class,
                it -> assertThat(it.fault()).isEqualTo(FileFault.ENCODING));
    }

    @Property(tries = 1000)
    void throwsNothingElse(@ForAll long seed) {
        var random = new Random(seed);
        var path = List.copyOf(FILES.keySet()).get(random.nextInt(FILES.size()));
        var bytes = FILES.get(path).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) "{}[]\",:a\n\\0n\u00ff".charAt(random.nextInt(13));
        }
        var files = new ArrayList<>(files(Map.of()));
        files.removeIf(it -> it.path().equals(path));
        files.add(new SourceFile(path, bytes));
        try {
            assertThat(FolderImport.read("t/", files).entries()).hasSizeLessThan(3);
        } catch (FileFormatException e) {
            assertThat(e.file()).startsWith("t/");
        }
    }

    private static List<SourceFile> files(Map<String, String> changed) {
        var files = new TreeMap<>(FILES);
        files.putAll(changed);
        return files.entrySet().stream().map(it -> ImportFiles.file(it.getKey(), it.getValue())).toList();
    }

    private static byte[] find(List<SourceFile> files, String path) {
        return files.stream().filter(it -> it.path().equals(path)).findFirst().orElseThrow().bytes();
    }
}
