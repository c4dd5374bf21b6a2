package dev.parlance.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import dev.parlance.formats.MessageEntry;
import dev.parlance.formats.TextEntry;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.Syntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the texts in {@code translations/}, in each language. */
class ShippedCatalogsTest {
    private static final List<String> LOCALES = List.of("ar", "de", "en", "es", "fr", "hi", "ja", "ko", "pt-BR", "ru", "tr",
            "zh-Hans", "zh-Hant");
    private static final Set<String> IDENTIFIERS = Set.of("recvWindow", "timeInForce", "orderType", "accountId", "orderId",
            "clientOrderId", "minPrice", "maxPrice", "minQty", "maxQty", "minAmount", "maxAmount", "exchangeInfo",
            "ExchangeInfo", "fromAccountId", "toAccountId", "fromAccount", "toAccount", "batchOrders", "startTime", "endTime",
            "LIMIT_MAKER");
    private static final Map<String, Pattern> SCRIPTS = Map.of(
            "ar", Pattern.compile("\\p{IsArabic}"), "hi", Pattern.compile("\\p{IsDevanagari}"),
            "ja", Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]"), "ko", Pattern.compile("\\p{IsHangul}"),
            "ru", Pattern.compile("\\p{IsCyrillic}"), "zh-Hans", Pattern.compile("\\p{IsHan}"),
            "zh-Hant", Pattern.compile("\\p{IsHan}"));
    private static final Pattern TAG_ROW = Pattern.compile("^\\| `([a-z-]+)` \\|");
    private static final Map<String, ShippedCatalog> CATALOGS = Map.of(
            "exchange", ShippedCatalog.load("exchange"), "parlance", ShippedCatalog.load("parlance"));

    /**
     * A text with its message and locale.
     *
     * @param source the English text as an ICU pattern
     */
    record ShippedText(String catalog, MessageEntry entry, LocaleTag locale, String part, Syntax syntax, String text, String source) {
        String pattern() {
            return PatternText.of(syntax, text).withNames(entry.contract()).pattern();
        }

        @Override
        public String toString() {
            return catalog + " " + locale + " " + entry.key() + " " + part + ": " + text;
        }
    }

    @Test
    void matchesSourceTableExactly() throws IOException {
        String source;
        try (var in = getClass().getResourceAsStream("/exchange-source.txt")) {
            source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var rows = source.substring(source.indexOf("DESCRIPTION\n") + "DESCRIPTION\n".length());
        var content = CATALOGS.get("exchange").toContent();
        var english = content.texts().get(LocaleTag.parse("en"));
        // Some codes have their own cell, followed by a space. The table ends without a line feed.
        var written = content.messages().stream().map(it -> it.code() + " ?" + it.httpStatus()
                        + Pattern.quote(english.get(it.key()).message() + english.get(it.key()).description()))
                .collect(Collectors.joining("\n"));
        assertThat(rows).matches(Pattern.compile(written));
        assertThat(content.messages()).hasSize(164);
        assertThat(english.values()).allMatch(it -> it.syntax() == Syntax.PRINTF);
    }

    @Test
    void createsTwoMessagesForRepeatedCode() {
        assertThat(CATALOGS.get("exchange").toContent().messages()).filteredOn(it -> it.code().equals("0001"))
                .extracting(MessageEntry::key).containsExactly("0001", "0001-2");
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void containsEveryTextInEveryLanguage(ShippedCatalog catalog) {
        var keys = catalog.toContent().messages().stream().map(MessageEntry::key).toList();
        assertThat(catalog.toContent().texts().keySet()).map(LocaleTag::value).containsExactlyElementsOf(LOCALES);
        catalog.toContent().texts().forEach((locale, texts) ->
                assertThat(texts.keySet()).as(locale.value()).containsExactlyElementsOf(keys));
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void usesUniqueUpperSnakeCaseReasons(ShippedCatalog catalog) {
        assertThat(catalog.toContent().messages()).extracting(MessageEntry::reason).doesNotHaveDuplicates()
                .allMatch(it -> it.matches("[A-Z][A-Z0-9_]{0,61}[A-Z0-9]"));
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void documentsEveryTagAndTagsEveryMessage(ShippedCatalog catalog) throws IOException {
        var explained = Files.readString(Path.of("translations", catalog.name().value(), "README.md")).lines()
                .flatMap(line -> TAG_ROW.matcher(line).results().map(row -> row.group(1))).toList();
        assertThat(catalog.toContent().messages()).allMatch(it -> !it.tags().isEmpty());
        assertThat(catalog.toContent().messages()).flatExtracting(MessageEntry::tags).containsOnlyElementsOf(explained);
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void declaresTypedExampleForEveryArgument(ShippedCatalog catalog) {
        assertThat(catalog.toContent().messages()).flatExtracting(it -> it.contract().arguments())
                .allMatch(it -> !it.example().isBlank()
                        && (it.type() != ArgumentType.NUMBER || it.example().matches("[0-9]+")));
    }

    @Test
    void usesNoArgumentsInProblemTitles() {
        assertThat(texts()).filteredOn(it -> it.catalog().equals("parlance") && it.part().equals("message"))
                .allMatch(it -> names(it.pattern()).isEmpty());
    }

    @Test
    void usesSameArgumentsAsSource() {
        assertThat(violations(it -> names(it.pattern()).equals(names(it.source())))).isEmpty();
    }

    @Test
    void coversPluralFormsOfLanguage() {
        assertThat(violations(it -> plurals(it.pattern()).stream().allMatch(forms -> coversPluralForms(forms, it.locale())))).isEmpty();
        assertThat(texts()).filteredOn(it -> !plurals(it.pattern()).isEmpty())
                .extracting(ShippedText::locale).map(LocaleTag::value).contains("ar", "de", "es", "fr", "hi", "pt-BR", "ru", "tr");
    }

    @Test
    void usesPluralsForCountedNouns() {
        for (var key : List.of("-1015", "-2048")) {
            assertThat(texts()).filteredOn(it -> it.entry().key().equals(key) && it.part().equals("message"))
                    .filteredOn(it -> List.of("ru", "ar", "de", "es", "fr", "pt-BR").contains(it.locale().value()))
                    .hasSize(6).allMatch(it -> !plurals(it.pattern()).isEmpty());
        }
    }

    @Test
    void rendersEveryArgument() {
        assertThat(violations(it -> !rendered(it).contains("{"))).isEmpty();
    }

    @Test
    void keepsIdentifiersUntranslated() {
        assertThat(violations(it -> identifiers(it.source()).allMatch(it.text()::contains))).isEmpty();
    }

    @Test
    void translatesEveryText() {
        assertThat(violations(it -> it.locale().value().equals("en") || !it.source().contains(" ")
                || !it.text().equals(it.source()))).isEmpty();
        assertThat(violations(it -> SCRIPTS.getOrDefault(it.locale().value(), Pattern.compile("")).matcher(it.text()).find())).isEmpty();
    }

    @Test
    void usesTypographicQuotesAndCleanWhitespace() {
        assertThat(violations(it -> it.text().equals(it.text().strip()) && !it.text().contains("  ")
                && Normalizer2.getNFCInstance().isNormalized(it.text()))).isEmpty();
        assertThat(violations(it -> it.locale().value().equals("en") || !it.text().matches("(?s).*[\"'].*"))).isEmpty();
    }

    static Stream<ShippedCatalog> catalogs() {
        return CATALOGS.values().stream();
    }

    interface TextRule {
        boolean holds(ShippedText text);
    }

    private static List<ShippedText> violations(TextRule rule) {
        return texts().stream().filter(it -> !rule.holds(it)).toList();
    }

    private static List<ShippedText> texts() {
        var all = new ArrayList<ShippedText>();
        CATALOGS.forEach((name, catalog) -> catalog.toContent().texts().forEach((locale, texts) ->
                catalog.toContent().messages().forEach(entry -> {
                    var text = texts.get(entry.key());
                    var source = catalog.toContent().texts().get(catalog.toContent().sourceLocale()).get(entry.key());
                    all.add(shipped(name, entry, locale, "message", text, text.message(), source, source.message()));
                    all.add(shipped(name, entry, locale, "description", text, text.description(), source, source.description()));
                })));
        return all;
    }

    private static ShippedText shipped(String catalog, MessageEntry entry, LocaleTag locale, String part, TextEntry entryText,
                                   String text, TextEntry sourceEntry, String sourceText) {
        var pattern = PatternText.of(sourceEntry.syntax(), sourceText).withNames(entry.contract()).pattern();
        return new ShippedText(catalog, entry, locale, part, entryText.syntax(), text, pattern);
    }

    private static Set<String> names(String pattern) {
        return new TreeSet<>(new MessageFormat(pattern, ULocale.ROOT).getArgumentNames());
    }

    private static Stream<String> identifiers(String source) {
        return Stream.of(source.split("[^A-Za-z_]+")).filter(IDENTIFIERS::contains);
    }

    private static String rendered(ShippedText it) {
        var values = new HashMap<String, Object>();
        it.entry().contract().arguments().forEach(argument -> values.put(argument.name(),
                argument.type() == ArgumentType.NUMBER ? Long.valueOf(argument.example()) : argument.example()));
        return new MessageFormat(it.pattern(), it.locale().toULocale()).format(values);
    }

    private static List<Set<String>> plurals(String pattern) {
        var parts = new MessagePattern(pattern);
        var plurals = new ArrayList<Set<String>>();
        for (int i = 0; i < parts.countParts(); i++) {
            if (parts.getPart(i).getType() == Part.Type.ARG_START && parts.getPart(i).getArgType() == ArgType.PLURAL) {
                var forms = new TreeSet<String>();
                for (int at = i + 2; parts.getPartType(at) == Part.Type.ARG_SELECTOR; at = parts.getLimitPartIndex(at + 1) + 1) {
                    forms.add(parts.getSubstring(parts.getPart(at)));
                }
                plurals.add(forms);
            }
        }
        return plurals;
    }

    /** CLDR has a {@code many} form for millions in Romance languages. Texts without it use {@code other}, which is also correct. */
    private static boolean coversPluralForms(Set<String> forms, LocaleTag locale) {
        var needed = new TreeSet<>(PluralRules.forLocale(locale.toULocale()).getKeywords());
        var allowed = Set.copyOf(needed);
        if (Set.of("es", "fr", "pt").contains(locale.toULocale().getLanguage().toLowerCase(Locale.ROOT))) {
            needed.remove("many");
        }
        return forms.containsAll(needed) && allowed.containsAll(forms);
    }
}
