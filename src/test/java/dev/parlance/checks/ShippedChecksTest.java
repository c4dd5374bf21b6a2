package dev.parlance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.checks.text.CheckedText;
import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.formats.TextEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The findings in the shipped texts. */
class ShippedChecksTest {
    private static final Checks CHECKS = new Checks(AllChecks.ALL);

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "parlance"})
    void reportsNoErrorsOrWarnings(String catalog) {
        assertThat(found(catalog)).filteredOn(it ->
                it.finding().severity() != Severity.INFORMATION).extracting(CorpusFinding::id).isEmpty();
    }

    /** The translations end sentences that the English of the exchange leaves open, and are calmer in tone. */
    @Test
    void listsAcceptedInformation() {
        assertThat(found("exchange")).extracting(it -> it.finding().check()).isSubsetOf("end-punctuation", "plurals", "consistency");
        assertThat(found("parlance")).extracting(it -> it.finding().check()).isSubsetOf("plurals");
    }

    private static List<CorpusFinding> found(String catalog) {
        var content = ShippedCatalog.load(catalog).toContent();
        var sources = content.texts().get(content.sourceLocale());
        var found = new ArrayList<CorpusFinding>();
        content.texts().forEach((locale, texts) -> {
            var siblings = siblings(sources, texts);
            for (var message : content.messages()) {
                var key = message.key();
                var source = locale.equals(content.sourceLocale()) ? Optional.<CheckedText>empty() : Optional.of(written(sources.get(key)));
                var subject = new CheckInput(content.sourceLocale(), locale, written(texts.get(key)), source, message.contract(),
                        OptionalInt.empty(), List.of(), siblings.get(sources.get(key).message()));
                CHECKS.run(subject).forEach(it -> found
                        .add(new CorpusFinding(catalog + " " + locale + " " + key + " " + it.part(), locale, subject, it)));
            }
        });
        return found;
    }

    private static Map<String, List<String>> siblings(Map<String, TextEntry> sources, Map<String, TextEntry> texts) {
        var siblings = new HashMap<String, List<String>>();
        texts.forEach((key, text) -> siblings.computeIfAbsent(sources.get(key).message(), it -> new ArrayList<>()).add(text.message()));
        return siblings;
    }

    private static CheckedText written(TextEntry text) {
        return new CheckedText(text.syntax(), text.message(), text.description());
    }
}
