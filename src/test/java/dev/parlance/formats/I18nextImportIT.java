package dev.parlance.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.formats.dialect.DialectReader;
import dev.parlance.formats.i18next.I18nextImport;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.InferredArguments;
import dev.parlance.rendering.syntax.Syntax;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Tests that i18next and this service read the same texts from i18next files. */
@EnabledIf("dev.parlance.formats.NodeClients#possible")
class I18nextImportIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Integer> NUMBERS = List.of(0, 1, 2, 3, 4, 5, 11, 12, 21, 22, 100, 101);
    private static final Map<String, String> FILES = Map.of(
            "en", """
                    {"item_zero": "none", "item_one": "{{count}} item", "item_other": "{{count}} items of {{name}}",
                     "place_ordinal_one": "{{count}}st", "place_ordinal_two": "{{count}}nd", "place_ordinal_few": "{{count}}rd",
                     "place_ordinal_other": "{{count}}th", "step_one": "First", "step_two": "Second", "reason_other": "Other",
                     "nested": {"hello": "Hello {{name}} & {{- name}}!", "list": ["one {{name}}", "two"]}, "flat.key": "Flat",
                     "friend": "A friend", "friend_male": "He", "guest_male_one": "a guest", "guest_male_other": "{{count}} guests"}""",
            "pl", """
                    {"item_one": "{{count}} plik", "item_few": "{{count}} pliki", "item_many": "{{count}} plików", "item_other": "pliku"}""",
            "ar", """
                    {"item_zero": "صفر", "item_one": "واحد", "item_two": "اثنان", "item_few": "قليل {{count}}", "item_many": "كثير",
                     "item_other": "آخر"}""",
            "ja", """
                    {"item_other": "{{count}}個", "hello": "こんにちは、{{name}}"}""");

    @Test
    void findsSameTexts(@TempDir Path folder) throws Exception {
        var cases = new ArrayList<Map<String, Object>>();
        for (var file : FILES.entrySet()) {
            var locale = LocaleTag.parse(file.getKey());
            var source = new SourceFile(file.getKey() + ".json", file.getValue().getBytes(StandardCharsets.UTF_8));
            for (var entry : new I18nextImport().read(source).entries()) {
                addCases(cases, locale, JSON.readValue(file.getValue(), Object.class), entry);
            }
        }
        var path = folder.resolve("cases.json");
        Files.write(path, JSON.writeValueAsBytes(cases));
        assertThat(cases).hasSizeGreaterThan(70);
        assertThat(NodeClients.install().resolve(path)).matches(NodeClients.Result::same);
    }

    private static void addCases(List<Map<String, Object>> cases, LocaleTag locale, Object resource, FileEntry entry) {
        var raw = entry.texts().get(0).text();
        var pattern = DialectReader.read(MessageDialect.I18NEXT, raw, locale).text();
        var contract = InferredArguments.infer(Syntax.ICU, pattern);
        var message = new BundleContent.Entry(entry.key(), pattern, contract, locale);
        boolean counted = contract.arguments().stream().anyMatch(it -> it.type() == ArgumentType.NUMBER);
        for (int number : counted ? NUMBERS : NUMBERS.subList(0, 1)) {
            var arguments = new LinkedHashMap<String, Object>();
            contract.arguments().forEach(it -> arguments.put(it.name(), it.type() == ArgumentType.NUMBER ? (Object) number : "Bo"));
            var options = new LinkedHashMap<>(arguments);
            if (raw instanceof RawText.PluralForms forms && forms.ordinal()) {
                options.put("ordinal", true);
            }
            cases.add(Map.of("locale", locale.value(), "resource", resource, "key", entry.key(), "options", options,
                    "text", TestBundles.rendered(message, arguments)));
        }
    }
}
