package dev.parlance.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.Corpora;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.JavaMessageFormatReader;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.CompiledText;
import dev.parlance.rendering.syntax.Syntax;
import dev.parlance.rendering.syntax.TextSyntaxException;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recognises the texts of Keycloak's themes in 41 languages, all from one index. */
class KeycloakRecognitionTest {
    private static final int FEWEST_WORDS = 3;
    private static final double FIRST = 0.995;
    /** Many texts occur under several keys and in several locales, so that dozens of messages render alike. */
    private static final int LIMIT = 200;
    private static final List<Text> TEXTS = new ArrayList<>();
    private static Recogniser recogniser;

    private record Text(LocaleTag locale, CompiledText compiled, ArgumentContract contract) {
        String render() {
            var arguments = new HashMap<String, Object>();
            contract.arguments().forEach(it -> arguments.put(it.name(), switch (it.type()) {
                case STRING -> "realm '" + it.name() + "' of x";
                case NUMBER -> 1234;
                case DATETIME -> "2022-03-04";
                case CURRENCY -> "x";
            }));
            return compiled.render(arguments, BidiIsolation.WHERE_NEEDED, ZoneOffset.UTC).text();
        }
    }

    @BeforeAll
    static void index() throws IOException {
        var builder = new Recogniser.Builder();
        var renderer = new Renderer();
        for (var text : Corpora.keycloak().texts()) {
            var pattern = toPattern(text.text());
            var contract = pattern.map(it -> InferredArguments.infer(Syntax.ICU, it)).orElse(ArgumentContract.EMPTY);
            var syntax = pattern.isPresent() ? Syntax.ICU : Syntax.PLAIN;
            builder.add(TEXTS.size(), text.locale(), syntax, pattern.orElse(text.text()), contract);
            TEXTS.add(new Text(text.locale(), renderer.compile(syntax, pattern.orElse(text.text()), text.locale(), contract), contract));
        }
        recogniser = builder.build();
    }

    private static Optional<String> toPattern(String text) {
        try {
            return Optional.of(JavaMessageFormatReader.toPattern(text).pattern());
        } catch (TextSyntaxException e) {
            return Optional.empty(); // such texts are labels that Keycloak prints as they are
        }
    }

    @Test
    void findsTheMessageOfARenderedText() {
        assertThat(TEXTS).hasSizeGreaterThan(36_000);
        int rendered = 0;
        int first = 0;
        var lost = new ArrayList<String>();
        for (int i = 0; i < TEXTS.size(); i++) {
            int message = i;
            var text = TEXTS.get(i).render();
            if (countWords(text, TEXTS.get(i).locale()) >= FEWEST_WORDS) {
                rendered++;
                var found = recogniser.recognise(new RecognitionQuery(text, Optional.empty(), false, LIMIT));
                var own = found.stream().filter(it -> it.message() == message).findFirst();
                if (own.isEmpty()) {
                    lost.add(text);
                } else if (Recognition.BEST_MATCH_FIRST.compare(found.get(0), own.get()) == 0) {
                    first++;
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(first / (double) rendered).isGreaterThanOrEqualTo(FIRST);
    }

    @Test
    void findsTheMessageOfALineInALog() {
        Map<Boolean, Integer> counts = new HashMap<>();
        for (int i = 0; i < TEXTS.size(); i += 50) {
            int message = i;
            var text = TEXTS.get(i).render();
            if (countWords(text, TEXTS.get(i).locale()) >= FEWEST_WORDS) {
                var line = "2022-03-04 15:30:00,123 ERROR [org.example.Login] (worker-1) " + text;
                var found = recogniser.recognise(new RecognitionQuery(line, Optional.empty(), true, LIMIT));
                counts.merge(found.stream().anyMatch(it -> it.message() == message), 1, Integer::sum);
            }
        }
        assertThat(counts.get(true) / (double) (counts.get(true) + counts.getOrDefault(false, 0))).isGreaterThanOrEqualTo(FIRST);
    }

    private static int countWords(String text, LocaleTag locale) {
        var words = BreakIterator.getWordInstance(ULocale.forLanguageTag(locale.value()));
        words.setText(text);
        int count = 0;
        while (words.next() != BreakIterator.DONE) {
            count += words.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT ? 1 : 0;
        }
        return count;
    }
}
