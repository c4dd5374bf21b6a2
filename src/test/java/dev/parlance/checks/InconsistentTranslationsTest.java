package dev.parlance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class InconsistentTranslationsTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new InconsistentTranslations();
    }

    @Override
    protected CheckInput subject(CheckExample example) {
        return example.input(OptionalInt.empty(), List.of(), List.of("Name", "名前", "Имя", "الاسم").stream()
                .filter(it -> it.codePointAt(0) / 0x100 == example.text().codePointAt(0) / 0x100).toList());
    }

    @Override
    protected String table() {
        return """
                de | Name | Name       |
                ja | Name | 名前        |
                ru | Name | Имя␣       |
                ar | Name | الاسم       |
                en | -    | Title      |
                de | Name | Titel      | inconsistent
                ja | Name | 名前␣       |
                ja | Name | 名称        | inconsistent
                ru | Name | Название   | inconsistent
                ar | Name | اسم        | inconsistent
                """;
    }

    @Test
    void reportsFirstOtherTranslation() {
        var found = check().inspect(CheckExample.of("de | Name | Name | ").input(OptionalInt.empty(), List.of(),
                List.of("Name", "Titel", "Bezeichnung")));
        assertThat(found).singleElement().satisfies(it -> assertThat(it.arguments()).containsEntry("other", "Bezeichnung"));
    }
}
