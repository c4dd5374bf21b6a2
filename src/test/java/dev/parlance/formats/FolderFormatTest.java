package dev.parlance.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.formats.folder.FolderFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderFormatTest {
    private static final FolderFormat FORMAT = new FolderFormat();

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "parlance"})
    void roundTripsShippedCatalogs(String catalog) throws IOException {
        var folder = Path.of("translations", catalog);
        var written = FORMAT.write(FORMAT.read(name -> bytes(folder.resolve(name))));
        written.forEach((name, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                .as(name).isEqualTo(new String(bytes(folder.resolve(name)), StandardCharsets.UTF_8)));
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(written.keySet());
        }
    }

    @Test
    void supportsSyntaxPerText() {
        var files = files(Map.of("en.json", """
                {
                  "locale": "en",
                  "syntax": "printf",
                  "texts": {
                    "a": {
                      "message": "100 %s",
                      "description": "“quoted”\\n\\"straight\\""
                    },
                    "b": {
                      "message": "{x}",
                      "description": "",
                      "syntax": "icu"
                    },
                    "c": {
                      "message": "",
                      "description": "%s"
                    }
                  }
                }
                """));
        var written = FORMAT.write(FORMAT.read(files::get));
        assertThat(new String(written.get("en.json"), StandardCharsets.UTF_8))
                .isEqualTo(new String(files.get("en.json"), StandardCharsets.UTF_8));
    }

    @Test
    void writesTagsColumnOnlyWhenNeeded() {
        var codes = "key,code,reason,httpStatus,tags\na,a,A,400,order rate-limit\nb,b,B,400,\nc,c,C,400,order\n";
        var tagged = FORMAT.read(files(Map.of("codes.csv", codes))::get);
        assertThat(tagged.messages()).extracting(MessageEntry::tags).map(List::copyOf)
                .containsExactly(List.of("order", "rate-limit"), List.of(), List.of("order"));
        assertThat(FORMAT.write(tagged).get("codes.csv")).asString().isEqualTo(codes);
        var plain = files(Map.of());
        assertThat(FORMAT.write(FORMAT.read(plain::get)).get("codes.csv")).isEqualTo(plain.get("codes.csv"));
    }

    @Test
    void writesGrpcStatusOnlyIfDefined() {
        for (var codes : List.of("key,code,reason,httpStatus,grpcStatus\na,a,A,400,OUT_OF_RANGE\nb,b,B,400,\nc,c,C,400,\n",
                "key,code,reason,httpStatus,grpcStatus,tags\na,a,A,400,OUT_OF_RANGE,\nb,b,B,400,,order\nc,c,C,400,,\n")) {
            var content = FORMAT.read(files(Map.of("codes.csv", codes))::get);
            assertThat(content.messages()).extracting(MessageEntry::grpcStatus)
                    .containsExactly(Optional.of("OUT_OF_RANGE"), Optional.empty(), Optional.empty());
            assertThat(FORMAT.write(content).get("codes.csv")).asString().isEqualTo(codes);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            en.json       | {"locale":"en","syntax":"icu","texts":{"a":{"message":"x","description":"y"},"a":{"message":"x","description":"y"}}} | Duplicate
            en.json       | {"locale":"en","syntax":"icu","texts":{"z":{"message":"x","description":"y"}}} | [z]
            en.json       | {"locale":"de","syntax":"icu","texts":{}} | de
            en.json       | {"locale":"en","syntax":"icu","texts":{"a":{"message":"x","descriptoin":"y"}}} | descriptoin
            en.json       | {"locale":"en","syntax":"icu","texts":{"a":{"message":"x","description":"y","note":""}}} | note
            catalog.json  | {"title":"T" | line 1
            codes.csv     | `key,code,reason,httpStatus\na,a,A,4xx\n` | line 2
            codes.csv     | `key,code,reason,httpStatus\na,a,A,400\na,b,B,400\n` | line 3
            codes.csv     | `key,code\na,a\n` | line 2
            codes.csv     | `key,code,reason,httpStatus,tags\na,a,A,400\n` | line 2
            codes.csv     | `key,code,reason,httpStatus,tags\na,a,A,400,y x\n` | line 2
            codes.csv     | `key,code,reason,httpStatus,tags\na,a,A,400,x x\n` | line 2
            codes.csv     | `key,code,reason,httpStatus,tags\na,a,A,400,x  y\n` | line 2
            codes.csv     | `key,code,reason,httpStatus,tags\na,a,A,400," x"\n` | line 2
            arguments.csv | `key,name,type,example\nq,x,string,\n` | without a row
            arguments.csv | `key,name,type,example\na,x,text,\n` | line 2
            """)
    void reportsPositionOfInvalidFile(String name, String text, String fault) {
        var files = files(Map.of(name, text.replace("\\n", "\n")));
        assertThatThrownBy(() -> FORMAT.read(files::get)).isInstanceOf(FileFormatException.class)
                .hasMessageContainingAll(name, fault);
    }

    private static Map<String, byte[]> files(Map<String, String> changed) {
        var files = new HashMap<>(Map.of(
                "catalog.json", "{\"title\":\"T\",\"sourceLocale\":\"en\",\"locales\":[\"en\"]}",
                "codes.csv", "key,code,reason,httpStatus\na,a,A,400\nb,b,B,400\nc,c,C,400\n",
                "arguments.csv", "key,name,type,example\na,x,string,1\n",
                "en.json", "{\"locale\":\"en\",\"syntax\":\"icu\",\"texts\":{}}"));
        files.putAll(changed);
        var bytes = new HashMap<String, byte[]>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
