package dev.parlance.catalog.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    private static final Set<String> KNOWN = Set.of("anna", "bert@example.org", "oidc:Carla|x", "d", "oidc:end.", "o.k");

    private static List<String> find(String text) {
        return Mentions.find(text, KNOWN::contains);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"@anna;anna", "Please look, @anna.;anna", "(@anna)…;anna", "@anna, @anna!;anna",
        "@bert@example.org;bert@example.org", "See @bert@example.org.;bert@example.org", "@oidc:Carla|x?;oidc:Carla|x", "@d;d",
        "@oidc:end.;oidc:end.", "@o.k...;o.k", "こんにちは@annaさん;anna", "مرحبا @anna،;anna", "é@anna;anna"})
    void findsNameOfPerson(String text, String person) {
        assertThat(find(text)).containsExactly(person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna", "@", "@ anna", "info@anna", "x.@anna", "@Anna", "@anna2", "@annabel", "@anna.smith", "@nobody",
        "@anna@nobody", "@Carla|x", "@-anna"})
    void ignoresOtherTexts(String text) {
        assertThat(find(text)).isEmpty();
    }

    @Test
    void sortsPeople() {
        assertThat(find("@oidc:Carla|x and @d\n@anna")).containsExactly("anna", "d", "oidc:Carla|x");
    }

    @Test
    void findsEndOfLongNameInLinearTime() {
        assertThat(find("@a" + ".".repeat(2000) + "@".repeat(2000))).isEmpty();
    }
}
