package dev.parlance.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * The shipped catalogs in every locale through the formats Java can read: what is not lossy prints the same. How many keys a format cannot carry is
 * committed; {@code -Dlossy.update=true} writes it anew.
 */
class ShippedBundlesTest {
    private static final Path COMMITTED = Path.of("src/test/resources/lossy-counts.tsv");

    record Bundle(String catalog, BundleContent content) {
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
    void aResourceBundlePrintsWhatTheServicePrints(Bundle bundle) throws IOException {
        var written = PropertiesFormat.UTF_8.write(bundle.content());
        var texts = new PropertyResourceBundle(new ByteArrayInputStream(written.bytes()));
        assertThat(different(bundle, written, (entry, sample) -> java(bundle.locale(), texts.getString(entry.key()), entry, sample)))
                .isEmpty();
        assertThat(texts.keySet()).hasSameSizeAs(keys(bundle));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void propertiesReadByteByBytePrintWhatTheServicePrints(Bundle bundle) throws IOException {
        var written = PropertiesFormat.ASCII.write(bundle.content());
        var texts = new Properties();
        texts.load(new ByteArrayInputStream(written.bytes()));
        assertThat(different(bundle, written, (entry, sample) -> java(bundle.locale(), texts.getProperty(entry.key()), entry, sample)))
                .isEmpty();
        assertThat(texts.keySet()).hasSameSizeAs(keys(bundle));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void aPrintfTextPrintsWhatTheServicePrints(Bundle bundle) throws IOException {
        var written = format("printf").write(bundle.content());
        var texts = json(written);
        assertThat(different(bundle, written, (entry, sample) ->
                String.format(Locale.ROOT, texts.get(entry.key()), inOrder(entry, sample)))).isEmpty();
        assertThat(texts.keySet()).containsExactlyElementsOf(keys(bundle));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    void thePatternsThemselvesAreCarriedAsTheyAre(Bundle bundle) throws IOException {
        var written = format("json").write(bundle.content());
        assertThat(written.lossy()).isEmpty();
        var texts = json(written);
        bundle.content().entries().forEach(entry -> assertThat(texts).containsEntry(entry.key(), entry.pattern()));
    }

    @Test
    void asManyKeysAreLossyAsCommitted() throws IOException {
        var rows = new ArrayList<>(List.of("format\tcatalog\tlossy keys by locale"));
        for (var format : Bundles.FORMATS) {
            for (var catalog : Bundles.CATALOGS) {
                rows.add(format.name() + "\t" + catalog + "\t" + Bundles.of(catalog).values().stream()
                        .map(it -> it.locale() + " " + format.write(it).lossy().size()).collect(Collectors.joining(", ")));
            }
        }
        if (Boolean.getBoolean("lossy.update")) {
            Files.writeString(COMMITTED, String.join("\n", rows) + "\n");
        }
        assertThat(rows).isEqualTo(Files.readAllLines(COMMITTED));
    }

    static Stream<Bundle> bundles() {
        return Bundles.CATALOGS.stream().flatMap(catalog -> Bundles.withDescriptions(catalog).values().stream().map(it -> new Bundle(catalog, it)));
    }

    @FunctionalInterface
    private interface Client {
        String print(BundleContent.Entry entry, Map<String, Object> sample);
    }

    /** Of the keys that are not lossy. */
    private static List<String> different(Bundle bundle, Written written, Client client) {
        var different = new ArrayList<String>();
        for (var entry : bundle.content().entries()) {
            for (var sample : written.lossy().contains(entry.key()) ? List.<Map<String, Object>>of() : Bundles.samples(entry.contract())) {
                var printed = client.print(entry, sample);
                if (!printed.equals(Bundles.rendered(entry, sample))) {
                    different.add(entry.key() + " " + sample + ": " + printed);
                }
            }
        }
        return different;
    }

    private static String java(LocaleTag locale, String text, BundleContent.Entry entry, Map<String, Object> sample) {
        return new MessageFormat(text, Locale.forLanguageTag(locale.value())).format(inOrder(entry, sample));
    }

    private static Object[] inOrder(BundleContent.Entry entry, Map<String, Object> sample) {
        return entry.contract().arguments().stream().map(Argument::name).map(sample::get).toArray();
    }

    private static List<String> keys(Bundle bundle) {
        var keys = new ArrayList<String>();
        bundle.content().entries().forEach(it -> keys.add(it.key()));
        return keys;
    }

    private static BundleFormat format(String name) {
        return Bundles.FORMATS.stream().collect(Collectors.toMap(BundleFormat::name, Function.identity())).get(name);
    }

    private static Map<String, String> json(Written written) throws IOException {
        return new ObjectMapper().readValue(new String(written.bytes(), StandardCharsets.UTF_8), new TypeReference<>() {
        });
    }
}
