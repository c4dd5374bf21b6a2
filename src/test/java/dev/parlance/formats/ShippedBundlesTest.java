package dev.parlance.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ibm.icu.util.ULocale;
import dev.parlance.formats.properties.PropertiesFormat;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.PropertyResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that keys that are not lossy print the same text in the formats that Java can read.
 *
 * <p>Covers the shipped catalogs in every locale, and texts with rare syntax in twenty locales. The number of lossy keys of each format is
 * committed; {@code -Dlossy.update=true} updates it.
 */
class ShippedBundlesTest {
    private static final Path COMMITTED = Path.of("src/test/resources/lossy-counts.tsv");

    record ShippedBundle(String catalog, BundleContent content) {
        @Override
        public String toString() {
            return catalog + " " + content.locale();
        }

        LocaleTag locale() {
            return content.locale();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void rendersResourceBundleLikeService(ShippedBundle bundle) throws IOException {
        var written = PropertiesFormat.UTF_8.write(bundle.content());
        var texts = new PropertyResourceBundle(new ByteArrayInputStream(written.bytes()));
        assertThat(different(bundle, written, (entry, sample) -> java(bundle.locale(), texts.getString(entry.key()), entry, sample)))
                .isEmpty();
        assertThat(texts.keySet()).hasSameSizeAs(keys(bundle));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void rendersAsciiPropertiesLikeService(ShippedBundle bundle) throws IOException {
        var written = PropertiesFormat.ASCII.write(bundle.content());
        var texts = new Properties();
        texts.load(new ByteArrayInputStream(written.bytes()));
        assertThat(different(bundle, written, (entry, sample) -> java(bundle.locale(), texts.getProperty(entry.key()), entry, sample)))
                .isEmpty();
        assertThat(texts.keySet()).hasSameSizeAs(keys(bundle));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void rendersPrintfLikeService(ShippedBundle bundle) throws IOException {
        var written = format("printf").write(bundle.content());
        var texts = json(written);
        assertThat(different(bundle, written, (entry, sample) ->
                String.format(Locale.ROOT, texts.get(entry.key()), inOrder(entry, sample)))).isEmpty();
        assertThat(texts.keySet()).containsExactlyElementsOf(keys(bundle));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void rendersJsonLikeService(ShippedBundle bundle) throws IOException {
        var written = format("json").write(bundle.content());
        assertThat(written.lossyKeys()).allMatch(it -> it.endsWith("-fallback"));
        var texts = json(written);
        bundle.content().entries().forEach(entry -> assertThat(withoutIsolates(texts.get(entry.key()))).isEqualTo(entry.pattern()));
        assertThat(different(bundle, written, (entry, sample) ->
                new com.ibm.icu.text.MessageFormat(texts.get(entry.key()), ULocale.forLanguageTag(bundle.locale().value())).format(sample)))
                .isEmpty();
    }

    @Test
    void matchesCommittedLossyCounts() throws IOException {
        var rows = new ArrayList<>(List.of("format\tcatalog\tlossy keys by locale"));
        for (var format : TestBundles.FORMATS) {
            for (var catalog : TestBundles.CATALOGS) {
                rows.add(lossyCounts(format, catalog, TestBundles.of(catalog).values().stream()));
            }
            rows.add(lossyCounts(format, "hard", TestBundles.HARD_LOCALES.stream().map(TestBundles::hard)));
        }
        if (Boolean.getBoolean("lossy.update")) {
            Files.writeString(COMMITTED, String.join("\n", rows) + "\n");
        }
        assertThat(rows).isEqualTo(Files.readAllLines(COMMITTED));
    }

    private static String lossyCounts(BundleFormat format, String catalog, Stream<BundleContent> bundles) {
        return format.name() + "\t" + catalog + "\t" + bundles.map(it -> it.locale() + " " + format.write(it).lossyKeys().size())
                .collect(Collectors.joining(", "));
    }

    static Stream<ShippedBundle> bundles() {
        return Stream.concat(TestBundles.CATALOGS.stream()
                .flatMap(catalog -> TestBundles.withDescriptions(catalog).values().stream().map(it -> new ShippedBundle(catalog, it))),
                TestBundles.HARD_LOCALES.stream().map(it -> new ShippedBundle("hard", TestBundles.hard(it))));
    }

    @FunctionalInterface
    private interface Client {
        String print(BundleContent.Entry entry, Map<String, Object> sample);
    }

    /** Returns the differences between texts of keys that are not lossy. */
    private static List<String> different(ShippedBundle bundle, FormattedBundle written, Client client) {
        var different = new ArrayList<String>();
        for (var entry : bundle.content().entries()) {
            for (var sample : written.lossyKeys().contains(entry.key()) ? List.<Map<String, Object>>of()
                    : TestBundles.samples(entry.contract())) {
                var printed = client.print(entry, sample);
                if (!printed.equals(TestBundles.rendered(entry, sample))) {
                    different.add(entry.key() + " " + sample + ": " + printed);
                }
            }
        }
        return different;
    }

    private static String java(LocaleTag locale, String text, BundleContent.Entry entry, Map<String, Object> sample) {
        return new MessageFormat(text, Locale.forLanguageTag(locale.value())).format(inOrder(entry, sample));
    }

    private static String withoutIsolates(String pattern) {
        return pattern.replaceAll("[\u2068\u2069]", "");
    }

    private static Object[] inOrder(BundleContent.Entry entry, Map<String, Object> sample) {
        return entry.contract().arguments().stream().map(Argument::name).map(sample::get).toArray();
    }

    private static List<String> keys(ShippedBundle bundle) {
        var keys = new ArrayList<String>();
        bundle.content().entries().forEach(it -> keys.add(it.key()));
        return keys;
    }

    private static BundleFormat format(String name) {
        return TestBundles.FORMATS.stream().collect(Collectors.toMap(BundleFormat::name, Function.identity())).get(name);
    }

    private static Map<String, String> json(FormattedBundle written) throws IOException {
        return new ObjectMapper().readValue(new String(written.bytes(), StandardCharsets.UTF_8), new TypeReference<>() {
        });
    }
}
