package dev.parlance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MismatchedPluralFormsTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new MismatchedPluralForms();
    }

    @Override
    protected String table() {
        return """
                en | -   | {n, plural, one{# file} other{# files}}                              |
                en | -   | {n, selectordinal, one{#st} two{#nd} few{#rd} other{#th}}            |
                de | {n} | {n, plural, =1{eine Datei} other{# Dateien}}                         |
                ja | {n} | {n, plural, other{#件}}                                               |
                ru | {n} | {n, plural, one{# файл} few{# файла} many{# файлов} other{# файла}}  |
                pl | {n} | {n, select, one{x} other{y}}                                         |
                fr | {n} | {n, plural, one{# jour} many{# de jours} other{# jours}}             |
                ar | {n} | {n, plural, zero{أ} one{ب} two{ج} few{د} many{ه} other{و}}           |
                cs | {n} | {n, plural, one{#} few{#} many{#} other{#}}                          |
                de | {n} | {n, plural, other{# Dateien}}                                        | plural-missing
                en | -   | {n, plural, offset:1 =0{x} =1{y} other{#}}                           | plural-missing
                en | -   | {n, plural, offset:1 =0{x} =2{y} other{#}}                           |
                ar | {n} | {n, plural, one{ب} other{و}}                                         | plural-missing plural-missing plural-missing plural-missing
                ru | {n} | {n, plural, one{# файл} other{# файлов}}                             | plural-missing plural-missing
                ja | {n} | {n, plural, one{#件} other{#件}}                                       | plural-superfluous
                pl | {n} | {n, plural, one{#} few{#} many{#} two{#} other{#}}                   | plural-superfluous
                en | -   | {n, plural, zero{none} one{#} other{#}}                              | plural-superfluous
                fr | {n} | {n, plural, one{# jour} other{# jours}}                              | plural-rare
                it | {n} | {n, plural, one{# giorno} other{# giorni}}                           | plural-rare
                cs | {n} | {n, plural, one{#} few{#} other{#}}                                  | plural-rare
                tr | {n} | {n, plural, other{# gün}}                                            | plural-rare
                fr | {s} | {s, select, a{{n, plural, other{# jours}}} other{}}                  | plural-missing plural-rare
                """;
    }

    @ParameterizedTest
    @CsvSource({"de, one, 1", "ru, few, 2", "ar, many, 11", "pl, many, 0", "lt, few, 2", "cy, zero, 0"})
    void reportsMissingFormWithExampleNumber(String locale, String category, long number) {
        var found = check().inspect(CheckExample.of(locale + " | - | {n, plural, other{#}} | ").input());
        assertThat(found).filteredOn(it -> it.arguments().get("category").equals(category)).singleElement()
                .satisfies(it -> assertThat(it.arguments()).containsEntry("number", number).containsEntry("argument", "n"))
                .extracting(Finding::severity).isEqualTo(Severity.ERROR);
    }

    @ParameterizedTest
    @CsvSource({"fr", "es", "pt", "pt-PT", "it", "ca"})
    void reportsMissingManyFormAsInformation(String locale) {
        var found = check().inspect(CheckExample.of(locale + " | - | {n, plural, one{#} other{#}} | ").input());
        assertThat(found).extracting(Finding::severity).containsOnly(Severity.INFORMATION);
        assertThat(found).extracting(it -> it.arguments().get("category")).isEqualTo(java.util.List.copyOf(Set.of("many")));
    }
}
