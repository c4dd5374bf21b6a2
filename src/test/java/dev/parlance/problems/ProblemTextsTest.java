package dev.parlance.problems;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.compiled.BidiIsolation;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Renders every problem in every language, with all branches and with omitted or empty arguments. */
class ProblemTextsTest {
    private static final ShippedCatalog CATALOG = ShippedCatalog.load("parlance");
    private static final Renderer RENDERER = new Renderer();

    @ParameterizedTest
    @EnumSource
    void readsWellInEveryLanguage(ProblemType type) {
        var contract = contract(type);
        CATALOG.toContent().texts().forEach((locale, texts) -> {
            var pattern = texts.get(type.key()).description();
            for (var values : samples(contract, pattern)) {
                var detail = render(locale, pattern, contract, type.with(values.toArray()));
                assertThat(ProblemTextFaults.find(detail)).as("%s in %s with %s: %s", type, locale, values, detail).isEmpty();
            }
        });
    }

    @Test
    void findsFaults() {
        for (var faulty : List.of("The name “” is wrong.", "Le nom « » est vide.", "„“ fehlt.", "「」は無効です。", "الاسم «» غير صالح.",
                "Allowed: –.", "Erlaubt: – .", "Allowed: .", "許可：。", "Two full stops..", "二つ。。", "The field {pointer} is wrong.",
                "Two  blanks.", " Leading.", "One of: , b.", "Missing: ;")) {
            assertThat(ProblemTextFaults.find(faulty)).as(faulty).isNotEmpty();
        }
        for (var right : List.of("Match [a-z0-9]([a-z0-9._-]{0,126}[a-z0-9])?.", "Between 1–500. Example: 50.", "{\"currency\":\"EUR\"}.",
                "Wait…", "If-None-Match: * only creates.", "Write %%.", "Allowed: #,##0.00, ::.00.")) {
            assertThat(ProblemTextFaults.find(right)).as(right).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INVALID_LOCALE          | pt-BR
            INVALID_NAME            | web-shop
            PRECONDITION_REQUIRED   | If-None-Match: *
            RESOURCE_EXISTS         | If-Match: "3"
            MALFORMED_ENTITY_TAG    | "3"
            UNSUPPORTED_CONVERSION  | %%
            INVALID_PATTERN         | other
            FORMATTER_NOT_ALLOWED   | number, date, time
            NOT_PERMITTED           | reviewer
            INVALID_FIELD           | icu, printf, plain
            UNKNOWN_MESSAGE         | /v1/catalogs/exchange/messages
            """)
    void namesTheNextStepInEveryLanguage(ProblemType type, String step) {
        var contract = contract(type);
        CATALOG.toContent().texts().forEach((locale, texts) -> assertThat(render(locale, texts.get(type.key()).description(), contract,
                type.with(examples(contract).toArray()))).as(locale.value()).contains(step));
    }

    private static ArgumentContract contract(ProblemType type) {
        return CATALOG.toContent().messages().stream().filter(it -> it.key().equals(type.key())).findFirst().orElseThrow().contract();
    }

    private static List<Object> examples(ArgumentContract contract) {
        return contract.arguments().stream().map(ProblemTextsTest::example).toList();
    }

    private static Object example(Argument argument) {
        return argument.type() == ArgumentType.NUMBER ? (Object) Integer.valueOf(argument.example()) : argument.example();
    }

    /** Returns the arguments for each branch of each select with the examples of the other arguments, and with empty strings. */
    private static List<List<Object>> samples(ArgumentContract contract, String pattern) {
        var samples = new ArrayList<List<Object>>();
        for (var base : List.of(examples(contract), contract.arguments().stream()
                .map(it -> it.type() == ArgumentType.NUMBER ? example(it) : (Object) "").toList())) {
            samples.add(base);
            for (int i = 0; i < base.size(); i++) {
                for (var branch : branches(pattern, contract.arguments().get(i).name())) {
                    var sample = new ArrayList<>(base);
                    sample.set(i, branch);
                    samples.add(sample);
                }
            }
        }
        return samples;
    }

    private static List<String> branches(String pattern, String name) {
        var parts = new MessagePattern(pattern);
        var branches = new TreeSet<String>();
        for (int i = 0; i < parts.countParts(); i++) {
            if (parts.getPartType(i) == Part.Type.ARG_START && parts.getPart(i).getArgType() == ArgType.SELECT
                    && parts.getSubstring(parts.getPart(i + 1)).equals(name)) {
                for (int at = i + 2; parts.getPartType(at) == Part.Type.ARG_SELECTOR; at = parts.getLimitPartIndex(at + 1) + 1) {
                    branches.add(parts.getSubstring(parts.getPart(at)));
                }
            }
        }
        return List.copyOf(branches);
    }

    private static String render(LocaleTag locale, String pattern, ArgumentContract contract, ProblemException problem) {
        var syntax = CATALOG.toContent().texts().get(locale).get(problem.type().key()).syntax();
        return RENDERER.compile(syntax, pattern, locale, contract)
                .render(ArgumentValues.bind(contract, problem.arguments()).values(), BidiIsolation.NEVER, ZoneOffset.UTC).text();
    }
}
