package dev.parlance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.parlance.formats.TextEntry;
import dev.parlance.locales.LocaleTag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that each concept has one term, and the typography of each language. The terms are in {@code translations/glossary}. */
class ShippedTermsTest {
    private static final List<ShippedCatalog> CATALOGS = Stream.of("exchange", "parlance").map(ShippedCatalog::load).toList();

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "es", "fr", "hi", "ja", "ko", "pt-BR", "ru", "tr", "zh-Hans", "zh-Hant"})
    void usesOneTermPerConcept(String locale) throws IOException {
        var findings = new ArrayList<String>();
        for (var row : readGlossary(locale)) {
            for (var catalog : CATALOGS) {
                findings.addAll(avoidedForms(catalog, LocaleTag.parse(locale), row));
            }
        }
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "es", "fr", "hi", "ja", "ko", "pt-BR", "ru", "tr", "zh-Hans", "zh-Hant"})
    void listsOnlyTermsOfTheSource(String locale) throws IOException {
        var sources = CATALOGS.stream().flatMap(it -> texts(it, it.toContent().sourceLocale()).stream()).toList();
        assertThat(readGlossary(locale)).hasSizeGreaterThanOrEqualTo(15).map(it -> it.getField("term"))
                .filteredOn(term -> sources.stream().noneMatch(it -> containsTerm(it, term))).isEmpty();
    }

    @Test
    void separatesFrenchPunctuationByNoBreakSpaces() {
        var breaking = Pattern.compile("[ \\u2009\\u202f][;:!?»](?!:)|«[ \\u2009\\u202f]");
        assertThat(CATALOGS.stream().flatMap(it -> texts(it, new LocaleTag("fr")).stream())).isNotEmpty()
                .filteredOn(it -> breaking.matcher(it).find()).isEmpty();
    }

    @Test
    void putsNoSpacesBetweenJapaneseAndArguments() {
        var spaced = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}] \\{|(?<!,)(?<!other)\\} [\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]|# 件");
        assertThat(CATALOGS.stream().flatMap(it -> texts(it, new LocaleTag("ja")).stream())).isNotEmpty()
                .filteredOn(it -> spaced.matcher(it).find()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"order, 2 orders, true", "order, borderline, false", "API key, The API keys, true", "order, {order}, false"})
    void findsTermsAsWords(String term, String source, boolean found) {
        assertThat(containsTerm(source, term)).isEqualTo(found);
    }

    private static List<String> avoidedForms(ShippedCatalog catalog, LocaleTag locale, NamedCsvRecord row) {
        var findings = new ArrayList<String>();
        var sources = catalog.toContent().texts().get(catalog.toContent().sourceLocale());
        catalog.toContent().texts().get(locale).forEach((key, text) -> {
            var source = sources.get(key);
            var words = withoutArgumentNames(text.message() + "\n" + text.description()).toLowerCase(Locale.ROOT);
            for (var form : row.getField("avoid").split("\\|")) {
                if (!form.isEmpty() && containsTerm(source.message() + "\n" + source.description(), row.getField("term"))
                        && words.contains(form.toLowerCase(Locale.ROOT))) {
                    findings.add(catalog.name() + " " + key + ": " + form + " instead of " + row.getField("translation"));
                }
            }
        });
        return findings;
    }

    /** Argument names are the same in every language: {@code {permission}} is not the French word. */
    private static String withoutArgumentNames(String text) {
        return text.replaceAll("\\{\\w+(?=[,}])", "{");
    }

    private static boolean containsTerm(String source, String term) {
        return Pattern.compile("(?<![\\p{L}{])" + Pattern.quote(term) + "(s|es)?(?![\\p{L}}])",
                Pattern.CASE_INSENSITIVE).matcher(source).find();
    }

    private static List<String> texts(ShippedCatalog catalog, LocaleTag locale) {
        return catalog.toContent().texts().get(locale).values().stream().flatMap(ShippedTermsTest::parts).toList();
    }

    private static Stream<String> parts(TextEntry it) {
        return Stream.of(it.message(), it.description());
    }

    private static List<NamedCsvRecord> readGlossary(String locale) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Path.of("translations/glossary", locale + ".csv"))) {
            return rows.stream().toList();
        }
    }
}
