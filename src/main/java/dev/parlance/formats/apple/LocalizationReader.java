package dev.parlance.formats.apple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parlance.formats.FileIssue.Reason;
import dev.parlance.formats.FileText;
import dev.parlance.formats.RawText;
import dev.parlance.formats.ReviewState;
import dev.parlance.formats.reading.EntryCollector;
import dev.parlance.locales.LocaleTag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the text of a message in one locale of an {@code .xcstrings} file. */
final class LocalizationReader {
    private static final String ARGUMENT = "%arg";
    private static final Pattern SPECIFIER = Pattern.compile("[-+ #0-9.'A-Za-z@]{1,16}");
    private static final String INTEGER = "lld";

    private final String key;
    private final int line;
    private final EntryCollector entries;
    private Optional<ReviewState> state = Optional.empty();

    /** @param entries receives variants that are not read */
    LocalizationReader(String key, int line, EntryCollector entries) {
        this.key = key;
        this.line = line;
        this.entries = entries;
    }

    /** Returns the text; empty if it does not exist yet. */
    Optional<FileText> read(JsonNode localization, LocaleTag locale) {
        var variables = new LinkedHashMap<String, RawText.PluralForms>();
        localization.path("substitutions").properties().forEach(it -> {
            var forms = forms(withoutDevices(it.getValue()).path("variations").path("plural"));
            variables.put(it.getKey(), withConversion(forms, it.getValue()));
        });
        var text = text(withoutDevices(localization), variables);
        return text.map(it -> new FileText(Optional.of(locale), it, Optional.empty(), state, Optional.empty()));
    }

    private Optional<RawText> text(JsonNode node, Map<String, RawText.PluralForms> variables) {
        var plural = node.path("variations").path("plural");
        if (plural.isObject()) {
            var forms = forms(plural);
            return forms.isEmpty() ? Optional.empty() : Optional.of(new RawText.PluralForms("", false, forms));
        }
        return value(node).map(it -> variables.isEmpty() ? new RawText.Single(it) : new RawText.Substitutions(it, variables));
    }

    /** Returns the variation for other devices, and reports all others. */
    private JsonNode withoutDevices(JsonNode node) {
        var devices = node.path("variations").path("device");
        if (!devices.isObject()) {
            return node;
        }
        entries.report(Reason.VARIANT, line, key);
        var other = devices.path("other");
        return other.isObject() && other.path("variations").path("device").isMissingNode() ? other : MissingNode.getInstance();
    }

    private TreeMap<String, String> forms(JsonNode plural) {
        var forms = new TreeMap<String, String>();
        AppleTexts.CATEGORIES.forEach(it -> value(withoutDevices(plural.path(it))).ifPresent(text -> forms.put(it, text)));
        return forms;
    }

    /** The state of a text is that of its least complete form. An empty text does not exist yet. */
    private Optional<String> value(JsonNode node) {
        var unit = node.path("stringUnit");
        var value = unit.path("value").asText("");
        var declared = unit.path("state").asText("");
        if (value.isEmpty() && !declared.equals("translated")) {
            return Optional.empty();
        }
        if (!declared.isEmpty()) {
            boolean translated = declared.equals("translated");
            state = Optional.of(translated && !state.equals(Optional.of(ReviewState.DRAFT)) ? ReviewState.TRANSLATED : ReviewState.DRAFT);
        }
        return Optional.of(value);
    }

    /** A longer specifier is invalid, and would multiply the length of the text. */
    private RawText.PluralForms withConversion(Map<String, String> forms, JsonNode substitution) {
        var specifier = substitution.path("formatSpecifier").asText(INTEGER);
        if (!SPECIFIER.matcher(specifier).matches()) {
            entries.report(Reason.METADATA, line, key);
            specifier = INTEGER;
        }
        int position = substitution.path("argNum").asInt(0);
        var conversion = "%" + (position > 0 ? position + "$" : "") + specifier;
        var converted = new TreeMap<>(forms);
        converted.replaceAll((category, text) -> text.replace(ARGUMENT, conversion));
        return new RawText.PluralForms("", false, converted);
    }
}
