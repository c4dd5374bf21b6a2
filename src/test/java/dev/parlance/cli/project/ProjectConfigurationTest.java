package dev.parlance.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.cli.outcome.CommandFailure;
import dev.parlance.formats.MessageDialect;
import dev.parlance.locales.LocaleTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectConfigurationTest {
    @TempDir
    Path folder;

    @Test
    void readsTheNearestParent() throws IOException {
        write("""
                url: https://texts.example.com
                catalog: shop
                sourceLocale: no
                format: properties
                files:
                  - messages.properties
                  - path: app/{locale}.json
                    format: i18next
                    dialect: i18next
                """);
        var configuration = ProjectConfiguration.find(Files.createDirectories(folder.resolve("a/b")));
        assertThat(configuration.folder()).isEqualTo(folder);
        assertThat(configuration.url()).contains("https://texts.example.com");
        assertThat(configuration.catalog()).contains("shop");
        assertThat(configuration.sourceLocale()).isEqualTo(LocaleTag.parse("no"));
        assertThat(configuration.files()).containsExactly(
                new FilePattern("messages.properties", Optional.of("properties"), Optional.empty()),
                new FilePattern("app/{locale}.json", Optional.of("i18next"), Optional.of(MessageDialect.I18NEXT)));
    }

    @Test
    void needsNoFile() {
        assertThat(ProjectConfiguration.find(folder).files()).isEmpty();
        assertThat(ProjectConfiguration.find(folder).sourceLocale()).isEqualTo(new LocaleTag("en"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key: prlc_secret       | PARLANCE_KEY
            urls: x                | Unknown member urls
            dialect: perl          | Unknown dialect perl
            sourceLocale: english! | not a language tag
            files: [{format: json}] | no path
            url: [a]               | not a text
            'files: [a'            | not valid YAML
            """)
    void saysWhatIsWrong(String content, String message) throws IOException {
        write(content);
        assertThatThrownBy(() -> ProjectConfiguration.find(folder)).isInstanceOf(CommandFailure.class).hasMessageContaining(message);
    }

    @Test
    void doesNotRepeatAKeyThatWasWrittenIntoTheFile() throws IOException {
        write("key: prlc_secret");
        assertThatThrownBy(() -> ProjectConfiguration.find(folder))
                .satisfies(it -> assertThat(it.getMessage()).doesNotContain("prlc_secret"));
    }

    private void write(String content) throws IOException {
        Files.writeString(folder.resolve(ProjectConfiguration.FILE_NAME), content);
    }
}
