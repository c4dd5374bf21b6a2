package dev.parlance.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares generated code with {@code src/test/resources/codegen}. {@code -Dcodegen.update=true} writes the files. */
class GoldenFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/codegen");
    private static final Map<String, String> EXTENSIONS = Map.of("typescript", "ts", "java", "java", "kotlin", "kt", "swift", "swift",
            "openapi", "json");

    static Stream<Arguments> catalogs() {
        return Stream.of("exchange", "hostile").flatMap(it -> CodeGenerator.ALL.stream().map(generator -> Arguments.of(it, generator)));
    }

    static MessageSet messages(String catalog) {
        return catalog.equals("hostile") ? HostileMessages.all() : ShippedMessages.of(catalog);
    }

    static GeneratedNames names(String catalog) {
        return GeneratedNames.ofCatalog(catalog, Optional.of("com.example." + catalog));
    }

    static String fileName(String catalog, CodeGenerator generator) {
        return names(catalog).type() + "." + EXTENSIONS.get(generator.label());
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void matchesGoldenFile(String catalog, CodeGenerator generator) throws IOException {
        var code = generator.generate(messages(catalog), names(catalog));
        var file = FOLDER.resolve(fileName(catalog, generator));
        if (Boolean.getBoolean("codegen.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, code);
        }
        assertThat(code).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void ignoresTheOrderOfMessages(String catalog, CodeGenerator generator) {
        var messages = messages(catalog);
        var reversed = new ArrayList<>(messages.messages());
        Collections.reverse(reversed);
        assertThat(generator.generate(new MessageSet(messages.catalog(), reversed), names(catalog)))
                .isEqualTo(generator.generate(messages, names(catalog)));
    }

    /** Invisible characters could make code look different from what it does; a lone surrogate has no UTF-8 form. */
    @ParameterizedTest
    @MethodSource("catalogs")
    void hasNoInvisibleCharacters(String catalog, CodeGenerator generator) {
        var code = generator.generate(messages(catalog), names(catalog));
        assertThat(code.codePoints().filter(it -> it != '\n' && SourceEscapes.isInvisible(it)).boxed()).isEmpty();
        assertThat(code).endsWith("\n");
        assertThat(new String(code.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(code);
    }
}
