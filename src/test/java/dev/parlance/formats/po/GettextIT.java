package dev.parlance.formats.po;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.EntryDetails;
import dev.parlance.formats.FileContent;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.FileText;
import dev.parlance.formats.Losses;
import dev.parlance.formats.ReviewState;
import dev.parlance.formats.SourceFile;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that gettext reads written files, and that this service reads files of gettext. The texts are those of PostgreSQL 15. */
@Tag("gettext")
class GettextIT {
    @TempDir
    private Path folder;

    private static FileContent read(byte[] bytes) {
        return new PoImport().read(new SourceFile("messages.po", bytes));
    }

    private static Map<String, FileText> texts(FileContent content) {
        return content.entries().stream().filter(it -> !it.texts().isEmpty()).collect(Collectors.toMap(FileEntry::key,
                it -> it.texts().get(0)));
    }

    private byte[] unpack(Path catalog) throws Exception {
        var file = folder.resolve("unpacked.po");
        run("msgunfmt", "--no-wrap", "-o", file.toString(), catalog.toString());
        return Files.readAllBytes(file);
    }

    private Path pack(byte[] file, String... checks) throws Exception {
        var source = Files.write(folder.resolve("written.po"), file);
        var catalog = folder.resolve("written.mo");
        var command = new ArrayList<>(List.of("msgfmt", "-o", catalog.toString(), source.toString()));
        command.addAll(1, List.of(checks));
        run(command.toArray(String[]::new));
        return catalog;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr", "it", "ja", "ka", "ko", "ru", "sv", "uk", "zh_CN"})
    void agreesAboutTextsOfPostgres(String language) throws Exception {
        var original = read(unpack(Path.of("/usr/share/locale", language, "LC_MESSAGES/postgres-15.mo")));
        assertThat(original.entries()).hasSizeGreaterThan(1000);
        assertThat(original.issues()).isEmpty();
        var locale = original.locale().orElseThrow();
        var writer = new PoWriter(locale, Optional.of(LocaleTag.parse("en")));
        original.entries().forEach(it -> writer.write(it, new Losses(new BundleContent.Entry("k", "", ArgumentContract.EMPTY, locale))));
        var catalog = pack(writer.finish(), "--check-header", "--check-domain");
        assertThat(texts(read(unpack(catalog)))).isEqualTo(texts(original));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "cy", "de", "fr", "ga", "he", "ja", "lv", "pl", "pt-BR", "ru", "sl", "sr-Latn"})
    void acceptsExportedCatalogs(String language) throws Exception {
        var locale = LocaleTag.parse(language);
        var contract = new ArgumentContract(List.of(new Argument("n", ArgumentType.NUMBER, "5"), new Argument("name",
                ArgumentType.STRING, "x")));
        var source = "{n, plural, one{# file of {name}} other{# files of {name}}}";
        var entries = List.of(entry("files", source, source, contract, locale), entry("hello", "{name}: 100 % \"x\"\n",
                "Hello {name}\n", contract, locale));
        var file = new PoFormat().write(new BundleContent(locale, Optional.of(LocaleTag.parse("en")), entries)).bytes();
        var catalog = pack(file, "-c");
        assertThat(texts(read(unpack(catalog))).keySet()).isEqualTo(Set.of("files", "hello"));
        assertThat(texts(read(file)).get("hello").state()).contains(ReviewState.TRANSLATED);
    }

    private static BundleContent.Entry entry(String key, String pattern, String source, ArgumentContract contract, LocaleTag locale) {
        return new BundleContent.Entry(key, pattern, contract, locale, Set.of(),
                new EntryDetails(Optional.empty(), Optional.of(source), Optional.of("A description"), Optional.empty()));
    }

    @Test
    void expressionsAgreeWithGettext() throws Exception {
        for (var language : PluralHeader.languages()) {
            var writer = new PoWriter(LocaleTag.parse(language), Optional.empty());
            pack(writer.finish(), "-c");
        }
    }
}
