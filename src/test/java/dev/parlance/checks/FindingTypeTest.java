package dev.parlance.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.checks.markup.ChangedLinksTest;
import dev.parlance.checks.markup.ChangedMarkupTest;
import dev.parlance.checks.placeholders.ChangedSelectKeysTest;
import dev.parlance.checks.placeholders.DroppedPluralsTest;
import dev.parlance.checks.placeholders.ForeignPlaceholdersTest;
import dev.parlance.checks.placeholders.LostPluralNumbersTest;
import dev.parlance.checks.placeholders.RepeatedArgumentsTest;
import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.formats.MessageEntry;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FindingTypeTest {
    private static final List<MessageEntry> MESSAGES = ShippedCatalog.load("parlance").toContent().messages().stream()
            .filter(it -> it.tags().contains("check")).toList();

    @Test
    void matchesMessagesOfTheCatalog() {
        var explanations = new TreeMap<String, List<String>>();
        Arrays.stream(FindingType.values()).forEach(it -> explanations.put(it.key(), it.arguments()));
        var messages = new TreeMap<String, List<String>>();
        MESSAGES.forEach(it -> messages.put(it.key(), it.contract().arguments().stream().map(Argument::name).toList()));
        assertThat(explanations).isEqualTo(messages);
        assertThat(MESSAGES).allMatch(it -> it.httpStatus() == 422 && it.reason().startsWith("CHECK_"));
    }

    /** Every type occurs in a row of some table, with values of the declared types. */
    @Test
    void passesValuesOfDeclaredTypes() {
        var explanations = new TreeSet<String>();
        for (var finding : findings()) {
            explanations.add(finding.explanation());
            var contract = MESSAGES.stream().filter(it -> it.key().equals(finding.explanation())).findFirst().orElseThrow().contract();
            finding.arguments().forEach((name, value) -> assertThat(value instanceof Number).as(finding.explanation() + " " + name)
                    .isEqualTo(contract.declares(name, ArgumentType.NUMBER)));
        }
        assertThat(explanations).isEqualTo(Arrays.stream(FindingType.values()).map(FindingType::key)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static List<Finding> findings() {
        var found = new ArrayList<Finding>();
        for (var contract : List.of(new InvalidPatternTest(), new ArgumentMismatchesTest(), new MismatchedPluralFormsTest(),
                new QuotedArgumentsTest(),
                new LookalikeCharactersTest(), new MixedScriptsTest(), new InvisibleCharactersTest(), new ExceededLengthTest(),
                new UntranslatedTextTest(), new ChangedIdentifiersTest(),
                new ChangedNumbersTest(), new MissingGlossaryTermsTest(), new ChangedEndPunctuationTest(),
                new MissingPunctuationSpaceTest(), new UnbalancedPunctuationTest(),
                new EdgeWhitespaceTest(), new RepeatedSpacesTest(), new ChangedLineBreaksTest(), new InconsistentTranslationsTest(),
                new ChangedSelectKeysTest(), new LostPluralNumbersTest(),
                new DroppedPluralsTest(), new RepeatedArgumentsTest(), new ForeignPlaceholdersTest(), new ChangedMarkupTest(),
                new ChangedLinksTest())) {
            contract.examples().forEach(it -> found.addAll(contract.check().inspect(contract.subject(it))));
        }
        return found;
    }
}
