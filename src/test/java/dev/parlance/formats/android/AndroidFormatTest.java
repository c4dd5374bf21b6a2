package dev.parlance.formats.android;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.EntryDetails;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AndroidFormatTest {
    private static final LocaleTag EN = LocaleTag.parse("en");
    private static final ArgumentContract CONTRACT = new ArgumentContract(List.of(new Argument("a", ArgumentType.STRING, "x"),
            new Argument("b", ArgumentType.STRING, "y")));

    /** aapt2 rejects several conversions without positions. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Order {a} was sent on {b}.|Order %1$s was sent on %2$s.", "Order {a}|Order %s",
            "{b} {a}|%2$s %1$s",
            "100 % of {a}|100 %% of %s", "{a} {a}|%1$s %1$s", "Off|Off"})
    void numbersSeveralArguments(String pattern, String expected) {
        assertThat(write(pattern)).contains("<string name=\"order\">" + expected + "</string>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{a, plural, other{{b} {a}}}|%2$s %1$s"})
    void numbersArgumentsOfPlurals(String pattern, String expected) {
        assertThat(write(pattern)).contains("<item quantity=\"other\">" + expected + "</item>");
    }

    private static String write(String pattern) {
        var entry = new BundleContent.Entry("order", pattern, CONTRACT, EN, Set.of(), EntryDetails.NONE);
        var content = new BundleContent(EN, Optional.of(EN), List.of(entry));
        return new String(new AndroidFormat().write(content).bytes(), StandardCharsets.UTF_8);
    }
}
