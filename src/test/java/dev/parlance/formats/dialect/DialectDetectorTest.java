package dev.parlance.formats.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.RawText.Single;
import dev.parlance.formats.dialect.DialectDetector.Guess;
import dev.parlance.rendering.Corpora;
import dev.parlance.rendering.Corpora.Corpus;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the detected dialect of texts, which are separated by {@code ~}. */
@TestInstance(Lifecycle.PER_CLASS)
class DialectDetectorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '"', value = {
            "JAVA ^ Parameter ''{0}'' was empty. ~ It''s",
            "JAVA ^ {0,number} of {1}",
            "JAVA ^ {0} ’à l’heure’ ~ Exemple: $'{'phone'}' ~ '{{'x'}}'",
            "SPRING ^ Can''t find {0} ~ It's late",
            "BRACES ^ Can't find {0} ~ It's {1}",
            "BRACES ^ '{name}' wasn't found",
            "ICU ^ {n, plural, one{# day} other{# days}} ~ Hello {name}",
            "ICU ^ Hello {name} ~ it's",
            "PRINTF ^ %s of %d ~ 100%% ~ %1$s",
            "APPLE ^ %@ likes %@ ~ %d items ~ %lld",
            "I18NEXT ^ Hello {{name}} ~ {{count}} items ~ $t(key)",
            "I18NEXT ^ {{- name}} ~ {{ n, number }}",
            "RUBY ^ Hello %{name} ~ %<n>.2f ~ 5 %",
            "PYTHON ^ Hello %(name)s ~ %s",
            "GO ^ Hello {{.Name}} ~ {{ .Count }} items",
            "WEBEXTENSION ^ Hello $NAME$ ~ $1 items",
            "SYMFONY ^ Hello %name% ~ {{ limit }} characters",
            "SYMFONY ^ It has {{ limit }} character.|It has {{ limit }} characters.",
            "SYMFONY ^ \"{0} none|]1,Inf] %count% some\"",
            "PLAIN ^ Hello ~ 100% of it ~ It's $5"})
    void detectsDialect(MessageDialect dialect, String texts) {
        assertThat(detect(texts).get(0).dialect()).isEqualTo(dialect);
    }

    @Test
    void isLessSureWithoutPlaceholders() {
        assertThat(detect("Hello").get(0).confidence()).isLessThan(0.5);
        assertThat(detect("Hello %@").get(0).confidence()).isGreaterThan(0.5);
        assertThat(detect("{0}").get(0).confidence()).isLessThan(detect("it''s {0}").get(0).confidence());
        assertThat(detect("%@ ~ %@ ~ %@").get(0).confidence()).isGreaterThan(detect("%@").get(0).confidence());
    }

    @Test
    void ranksOtherDialects() {
        assertThat(detect("{0} ~ {{x}} ~ {{y}} ~ {{z}}")).extracting(Guess::dialect).startsWith(MessageDialect.I18NEXT,
                MessageDialect.JAVA);
    }

    @Test
    void guessesForNoTexts() {
        assertThat(DialectDetector.detect(List.of())).hasSize(1);
    }

    @Test
    void countsTheFormsOfPlurals() {
        var forms = new RawText.PluralForms("", false, DialectReaderTest.forms("one=%@ file;other=%@ files"));
        assertThat(DialectDetector.detect(List.of(forms)).get(0).dialect()).isEqualTo(MessageDialect.APPLE);
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void detectsDialectsOfRealBundles(MessageDialect dialect, Corpus corpus) {
        var guesses = DialectDetector.detect(corpus.texts().stream().<RawText>map(it -> new Single(it.text())).toList());
        assertThat(guesses.get(0).dialect()).as(corpus.name() + " " + guesses).isEqualTo(dialect);
        assertThat(guesses.get(0).confidence()).as(corpus.name() + " " + guesses).isGreaterThan(0.5);
    }

    Stream<Object[]> corpora() throws IOException {
        return Stream.of(new Object[] {MessageDialect.JAVA, Corpora.keycloak()},
                new Object[] {MessageDialect.JAVA, Corpora.h2()}, new Object[] {MessageDialect.JAVA, Corpora.derby()},
                new Object[] {MessageDialect.SPRING, Corpora.springSecurity()},
                new Object[] {MessageDialect.ICU, Corpora.hibernateValidator()});
    }

    private static List<Guess> detect(String texts) {
        return DialectDetector.detect(Stream.of(texts.split(" ~ ")).<RawText>map(Single::new).toList());
    }
}
