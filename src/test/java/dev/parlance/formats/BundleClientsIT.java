package dev.parlance.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.Syntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that i18next and FormatJS print the same text as this service for all keys that are not lossy. */
@EnabledIf("dev.parlance.formats.NodeClients#possible")
class BundleClientsIT {
    /** Galician and Vietnamese have more plural categories since CLDR 49, but Node's built-in ICU is older. */
    private static final Set<String> NEWER_THAN_NODE = Set.of("R245", "R247");
    /** Spanish has ordinal categories since CLDR 49. */
    private static final String ORDINALS_NEWER_THAN_NODE = "es";
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static NodeClients clients;

    @BeforeAll
    static void installClients() throws Exception {
        clients = NodeClients.install();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "parlance"})
    void rendersShippedTextsLikeService(String catalog) throws Exception {
        try (var service = new StubService(TestBundles.withDescriptions(catalog).values(), (locale, key) -> List.of())) {
            assertThat(clients.check(service.port(), catalog)).matches(NodeClients.Result::same);
        }
    }

    @ParameterizedTest
    @FieldSource("dev.parlance.formats.TestBundles#HARD_LOCALES")
    void rendersHardTextsLikeService(LocaleTag locale) throws Exception {
        try (var service = new StubService(List.of(knownToNode(TestBundles.hard(locale))), (it, key) -> List.of())) {
            assertThat(clients.check(service.port(), "hard")).matches(NodeClients.Result::same);
        }
    }

    private static BundleContent knownToNode(BundleContent content) {
        var entries = new ArrayList<BundleContent.Entry>();
        content.entries().forEach(entries::add);
        entries.removeIf(it -> it.locale().value().equals(ORDINALS_NEWER_THAN_NODE) && it.key().contains("ordinal"));
        return new BundleContent(content.locale(), entries);
    }

    @Test
    void rendersRenderCasesLikeService() throws Exception {
        var cases = new TreeMap<LocaleTag, Map<String, Case>>();
        for (var line : Files.readAllLines(Path.of("src/test/resources/render-cases.tsv")).stream().skip(1).toList()) {
            var columns = line.split("\t", -1);
            boolean locale = !columns[1].equals("und");
            if (locale && !columns[5].startsWith("#ERR") && !NEWER_THAN_NODE.contains(columns[0])) {
                add(cases, columns[0], LocaleTag.parse(columns[1]), Syntax.of(columns[2]), unescaped(columns[3]),
                        JSON.readTree(columns[4]));
            }
        }
        var contents = cases.entrySet().stream()
                .map(it -> new BundleContent(it.getKey(), it.getValue().values().stream().map(Case::entry).toList()));
        try (var service = new StubService(contents.toList(), (locale, key) -> List.of(cases.get(locale).get(key).arguments()))) {
            assertThat(cases.values().stream().mapToInt(Map::size).sum()).isGreaterThan(100);
            assertThat(clients.check(service.port(), "pairs")).matches(NodeClients.Result::same);
        }
    }

    private record Case(BundleContent.Entry entry, Map<String, Object> arguments) {
    }

    /** Adds a case if its arguments are complete, and each is a string or a number that JavaScript can represent. */
    private static void add(Map<LocaleTag, Map<String, Case>> cases, String id, LocaleTag locale, Syntax syntax, String text,
            JsonNode given) {
        var arguments = new LinkedHashMap<String, Object>();
        for (int i = 0; given.isArray() && i < given.size(); i++) {
            arguments.put(Integer.toString(i), value(given.get(i)));
        }
        given.properties().forEach(it -> arguments.put(it.getKey(), value(it.getValue())));
        var contract = InferredArguments.infer(syntax, text);
        var names = contract.arguments().stream().map(it -> it.name()).toList();
        if (arguments.keySet().containsAll(names) && names.containsAll(arguments.keySet()) && !arguments.containsValue("")) {
            var entry = new BundleContent.Entry(id, PatternText.of(syntax, text).pattern(), contract, locale);
            cases.computeIfAbsent(locale, it -> new TreeMap<>()).put(id, new Case(entry, arguments));
        }
    }

    /** Returns an empty string for an unsupported value. */
    private static Object value(JsonNode node) {
        boolean safe = node.isNumber() && Math.abs(node.doubleValue()) < 1L << 53;
        return safe ? node.numberValue() : node.isTextual() ? node.textValue() : "";
    }

    private static String unescaped(String cell) throws IOException {
        return JSON.readValue("\"" + cell.replace("\"", "\\\"") + "\"", String.class);
    }
}
