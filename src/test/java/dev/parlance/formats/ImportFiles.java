package dev.parlance.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.formats.RawText.PluralForms;
import dev.parlance.formats.RawText.Single;
import dev.parlance.formats.RawText.Substitutions;
import dev.parlance.formats.arb.ArbImport;
import dev.parlance.formats.formatjs.FormatJsImport;
import dev.parlance.formats.goi18n.GoI18nImport;
import dev.parlance.formats.i18next.I18nextImport;
import dev.parlance.formats.json.JsonImport;
import dev.parlance.formats.properties.PropertiesImport;
import dev.parlance.formats.webextension.WebExtensionImport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The test files of the formats, and one-line summaries of their content. */
final class ImportFiles {
    static final List<ImportFormat> FORMATS = List.of(new PropertiesImport(), new JsonImport(), new FormatJsImport(), new I18nextImport(),
            new ArbImport(), new WebExtensionImport(), GoI18nImport.JSON, GoI18nImport.TOML);
    static final List<ImportFormat> JSON_FORMATS = FORMATS.stream()
            .filter(it -> !(it instanceof PropertiesImport) && it != GoI18nImport.TOML).toList();

    private ImportFiles() {
    }

    static ImportFormat format(String name) {
        return FORMATS.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    static SourceFile file(String path, String content) {
        return new SourceFile(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns {@code key=text} for each entry and {@code reason@line:key} for each issue. */
    static List<String> read(ImportFormat format, SourceFile file) {
        var content = format.read(file);
        return Stream.concat(
                content.entries().stream().map(it -> it.key() + "=" + show(it.texts().get(0).text())),
                content.issues().stream().map(it -> it.reason().label() + "@" + it.line() + ":" + it.key())).toList();
    }

    static String show(RawText text) {
        if (text instanceof Single single) {
            return single.text();
        } else if (text instanceof PluralForms plural) {
            return plural.argument() + (plural.ordinal() ? "#" : "") + plural.forms();
        }
        return ((Substitutions) text).text();
    }

    static void assertFault(ImportFormat format, SourceFile file, FileFault fault, int line) {
        assertThatThrownBy(() -> format.read(file)).isInstanceOfSatisfying(FileFormatException.class, it -> {
            assertThat(it.fault()).as(it.getMessage()).isEqualTo(fault);
            assertThat(it.line()).as(it.getMessage()).isEqualTo(line);
            assertThat(it.file()).isEqualTo(file.path());
        });
    }
}
