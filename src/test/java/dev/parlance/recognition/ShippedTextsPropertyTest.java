package dev.parlance.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.formats.MessageEntry;
import dev.parlance.formats.TextEntry;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.compiled.CompiledText;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/**
 * Verifies for all shipped texts in all locales that a rendered text is recognised as its message, with arguments that render to it.
 *
 * <p>Each try renders all texts, so a thousand tries are a thousand argument sets for each text.
 */
class ShippedTextsPropertyTest {
    private static final List<Text> TEXTS = new ArrayList<>();
    private static final Recogniser RECOGNISER = load();
    /** Enough for all messages that render alike. */
    private static final int LIMIT = 100;

    private record Text(int number, LocaleTag locale, MessageEntry message, TextEntry entry, CompiledText compiled) {
        String render(Map<String, Object> arguments) {
            return compiled.render(ArgumentValues.bind(message.contract(), arguments).values(), BidiIsolation.WHERE_NEEDED, ZoneOffset.UTC)
                    .text();
        }
    }

    private static Recogniser load() {
        var builder = new Recogniser.Builder();
        var renderer = new Renderer();
        for (var catalog : List.of("exchange", "parlance", "web")) {
            var content = ShippedCatalog.load(catalog).toContent();
            content.texts().forEach((locale, texts) -> {
                for (var message : content.messages()) {
                    var entry = texts.get(message.key());
                    builder.add(TEXTS.size(), locale, entry.syntax(), entry.message(), message.contract());
                    TEXTS.add(new Text(TEXTS.size(), locale, message, entry,
                            renderer.compile(entry.syntax(), entry.message(), locale, message.contract())));
                }
            });
        }
        return builder.build();
    }

    @Property(tries = 3, seed = "1", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void recognisesWhatItRenders(@ForAll("strings") List<String> strings, @ForAll("numbers") List<BigDecimal> numbers) {
        for (var text : TEXTS) {
            recognises(text, arguments(text, strings, numbers));
        }
    }

    private static void recognises(Text text, Map<String, Object> arguments) {
        var rendered = text.render(arguments);
        var found = RECOGNISER.recognise(new RecognitionQuery(rendered, Optional.of(text.locale()), false, LIMIT)).stream()
                .filter(it -> it.message() == text.number()).findFirst();
        assertThat(found).as("%s %s: %s, %s", text.locale(), text.message().key(), text.entry().message(), arguments).isPresent();
        if (found.get().exact()) {
            assertThat(text.render(found.get().arguments())).isEqualTo(rendered);
        } else {
            assertThat(text.message().contract().arguments()).as("%s: %s", text.entry().message(), rendered)
                    .anyMatch(it -> it.type() == ArgumentType.DATETIME || it.type() == ArgumentType.CURRENCY);
        }
    }

    private static Map<String, Object> arguments(Text text, List<String> strings, List<BigDecimal> numbers) {
        var arguments = new HashMap<String, Object>();
        var declared = text.message().contract().arguments();
        for (int i = 0; i < declared.size(); i++) {
            var value = strings.get((i + text.number()) % strings.size()).replace("LITERAL", text.entry().message());
            switch (declared.get(i).type()) {
                case STRING -> arguments.put(declared.get(i).name(), value);
                case NUMBER -> arguments.put(declared.get(i).name(), numbers.get((i + text.number()) % numbers.size()));
                case DATETIME -> arguments.put(declared.get(i).name(), "2022-03-0" + (1 + i % 9));
                case CURRENCY -> arguments.put(declared.get(i).name(), "12.50 EUR");
            }
        }
        return arguments;
    }

    @Provide
    Arbitrary<List<String>> strings() {
        var pieces = Arbitraries.of("", "LITERAL", "' or '", "'", "\"", "{", "}", "{0}", "{field}", " ", ".", ": ", "5", "1,234", "\n",
                "\r\n",
                "\u2068", "\u2069", "\u2068x\u2069", "שלום", "مرحبا", "٣", "%s", "é", "e\u0301", "日本", "😀", "\u202E", "a", "symbol",
                "BTCUSDT", "male", "other");
        var joined = pieces.list().ofMaxSize(5).map(it -> String.join("", it));
        return Arbitraries.frequencyOf(Tuple.of(4, joined), Tuple.of(1, Arbitraries.strings().ofMaxLength(12))).list().ofSize(29);
    }

    @Provide
    Arbitrary<List<BigDecimal>> numbers() {
        var small = Arbitraries.integers().between(0, 30).map(BigDecimal::valueOf);
        var large = Arbitraries.longs().map(BigDecimal::valueOf);
        var fractions = Arbitraries.bigDecimals().between(new BigDecimal("-1E9"), new BigDecimal("1E9")).ofScale(6);
        return Arbitraries.oneOf(small, large, fractions).list().ofSize(31);
    }
}
