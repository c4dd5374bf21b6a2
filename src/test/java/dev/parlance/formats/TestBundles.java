package dev.parlance.formats;

import dev.parlance.formats.folder.FolderFormat;
import dev.parlance.formats.formatjs.FormatJsFormat;
import dev.parlance.formats.i18next.I18nextFormat;
import dev.parlance.formats.json.JsonFormat;
import dev.parlance.formats.printf.PrintfFormat;
import dev.parlance.formats.properties.PropertiesFormat;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.Renderer;
import dev.parlance.rendering.compiled.BidiIsolation;
import dev.parlance.rendering.syntax.Syntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The shipped catalogs as input for the formats, with sample arguments and the output of this service. */
final class TestBundles {
    static final List<String> CATALOGS = List.of("exchange", "parlance");
    static final List<BundleFormat> FORMATS = List.of(new JsonFormat(), new FormatJsFormat(), new I18nextFormat(),
            PropertiesFormat.UTF_8, PropertiesFormat.ASCII, new PrintfFormat());

    static final List<LocaleTag> HARD_LOCALES = Stream.of("ar", "cs", "cy", "de", "en", "es", "fr", "he", "hi", "ja", "ko", "lv", "pl",
            "pt-BR",
            "ru", "sl", "sr", "tr", "uk", "zh-Hans").map(LocaleTag::parse).toList();

    private static final LocaleTag ENGLISH = LocaleTag.parse("en");
    private static final LocaleTag RUSSIAN = LocaleTag.parse("ru");
    private static final List<BigDecimal> NUMBERS = List.of("0", "1", "2", "3", "5", "11", "21", "100", "111", "999", "1000000", "-5",
            "2.5", "1234", "12345", "1234567.891").stream().map(BigDecimal::new).toList();
    private static final List<String> STRINGS = List.of("", "<b>{{x}}</b> $t(y) {0} %s '", "symbol");
    private static final Renderer RENDERER = new Renderer();

    private TestBundles() {
    }

    /** Returns the bundles in the form in which they are published. */
    static SortedMap<LocaleTag, BundleContent> of(String catalog) {
        return of(catalog, false);
    }

    /** Returns the bundles with descriptions as additional messages, because their patterns are more varied. */
    static SortedMap<LocaleTag, BundleContent> withDescriptions(String catalog) {
        return of(catalog, true);
    }

    private static SortedMap<LocaleTag, BundleContent> of(String catalog, boolean descriptions) {
        var content = new FolderFormat().read(file -> bytes(Path.of("translations", catalog, file)));
        var bundles = new TreeMap<LocaleTag, BundleContent>();
        content.texts().forEach((locale, texts) -> {
            var entries = new TreeMap<String, BundleContent.Entry>();
            content.messages().forEach(message -> {
                var text = texts.get(message.key());
                put(entries, message.key(), text.syntax(), text.message(), message.contract(), locale);
                if (descriptions) {
                    put(entries, message.key() + ".description", text.syntax(), text.description(), message.contract(), locale);
                }
            });
            bundles.put(locale, new BundleContent(locale, List.copyOf(entries.values())));
        });
        return bundles;
    }

    /** Returns a bundle of texts with rare syntax, each in the locale itself and as the fallback from another locale. */
    static BundleContent hard(LocaleTag locale) {
        var fallback = locale.equals(ENGLISH) ? RUSSIAN : ENGLISH;
        var entries = new TreeMap<String, BundleContent.Entry>();
        new String(bytes(Path.of("src/test/resources/hard-texts.tsv")), StandardCharsets.UTF_8).lines().skip(1).map(it -> it.split("\t"))
                .forEach(row -> {
                    var contract = InferredArguments.infer(Syntax.ICU, row[1]);
                    entries.put(row[0], new BundleContent.Entry(row[0], row[1], contract, locale));
                    entries.put(row[0] + "-fallback", new BundleContent.Entry(row[0] + "-fallback", row[1], contract, fallback));
                });
        return new BundleContent(locale, List.copyOf(entries.values()));
    }

    private static void put(Map<String, BundleContent.Entry> entries, String key, Syntax syntax, String text, ArgumentContract contract,
                            LocaleTag locale) {
        var pattern = PatternText.of(syntax, text).withNames(contract);
        entries.put(key, new BundleContent.Entry(key, pattern.pattern(), contract, locale));
    }

    static BundleContent of(String locale, String pattern, Argument... arguments) {
        var tag = LocaleTag.parse(locale);
        return new BundleContent(tag, List.of(new BundleContent.Entry("key", pattern, new ArgumentContract(List.of(arguments)), tag)));
    }

    static Argument string(String name) {
        return new Argument(name, ArgumentType.STRING, "");
    }

    static Argument number(String name) {
        return new Argument(name, ArgumentType.NUMBER, "5");
    }

    /** Returns arguments by name: the examples, then malicious strings and numbers of every plural category. */
    static List<Map<String, Object>> samples(ArgumentContract contract) {
        var samples = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < (contract.arguments().isEmpty() ? 1 : NUMBERS.size()); i++) {
            var sample = new LinkedHashMap<String, Object>();
            for (var argument : contract.arguments()) {
                sample.put(argument.name(), argument.type() == ArgumentType.NUMBER
                        ? NUMBERS.get(i)
                        : i == 0 ? argument.example() : STRINGS.get(i % STRINGS.size()));
            }
            samples.add(sample);
        }
        return samples;
    }

    static String rendered(BundleContent.Entry entry, Map<String, Object> arguments) {
        return RENDERER.compile(Syntax.ICU, entry.pattern(), entry.locale(), entry.contract())
                .render(ArgumentValues.bind(entry.contract(), arguments).values(), BidiIsolation.WHERE_NEEDED, ZoneOffset.UTC).text();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
