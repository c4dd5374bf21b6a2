package dev.parlance.checks.markup;

import dev.parlance.checks.Check;
import dev.parlance.checks.CheckInput;
import dev.parlance.checks.Finding;
import dev.parlance.checks.FindingType;
import dev.parlance.checks.text.DisplayText;
import dev.parlance.checks.text.MarkupTag;
import dev.parlance.checks.text.MarkupTag.Kind;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.TranslationPair;
import dev.parlance.checks.text.UntranslatableTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A check for links whose targets differ from those of the source, and for other changed attributes.
 *
 * <p>A changed link is an error, because readers follow it. An address may contain the language of the text instead of that of the source:
 * {@code /de/} for {@code /en/}. Attributes that readers see or that describe the language may differ.
 */
public final class ChangedLinks implements Check {
    private static final Set<String> LINKS = Set.of("href", "src", "action", "formaction", "xlink:href");
    private static final Set<String> TRANSLATED =
            Set.of("title", "alt", "aria-label", "placeholder", "label", "summary", "lang", "xml:lang", "hreflang", "dir");

    @Override
    public String name() {
        return "links";
    }

    @Override
    public List<Finding> inspect(CheckInput input) {
        var found = new ArrayList<Finding>();
        for (var pair : input.pairs()) {
            var languages = languagesOf(pair);
            inspectAddresses(found, pair, languages);
            var source = SourceTags.of(pair.source(), languages);
            pair.text().variants().forEach(it -> inspectAttributes(found, pair.text(), it, source, languages));
        }
        return found;
    }

    /** Inspects the addresses that a text shows. */
    private void inspectAddresses(List<Finding> found, TranslationPair pair, List<Pattern> languages) {
        var source = pair.source().defaultVariant().text();
        var known = normalized(source, languages);
        for (var token : pair.text().tokens().tokens()) {
            boolean isAddress = token.kind() == UntranslatableTokens.Kind.URL;
            if (isAddress && hasAddress(pair.source()) && !known.contains(normalized(token.text(), languages))) {
                found.add(FindingType.LINK_CHANGED.error(this, pair.text(),
                        pair.text().defaultVariant().sourceSpan(token.start(), token.end()), token.text()));
            }
        }
    }

    private static boolean hasAddress(ParsedPart text) {
        return text.tokens().tokens().stream().anyMatch(it -> it.kind() == UntranslatableTokens.Kind.URL);
    }

    /**
     * The tags of a source, computed once for all variants of a text.
     *
     * @param attributes the attributes of the first tag of each name
     * @param values     the normalized values of each tag and attribute
     */
    private record SourceTags(Map<String, Map<String, String>> attributes, Map<String, Set<String>> values) {
        static SourceTags of(ParsedPart source, List<Pattern> languages) {
            var tags = new SourceTags(new HashMap<>(), new HashMap<>());
            source.variants().stream().flatMap(it -> MarkupTag.findAll(it).stream()).filter(it -> it.kind() != Kind.CLOSE).forEach(tag -> {
                tags.attributes().putIfAbsent(tag.name(), tag.attributes());
                tag.attributes().forEach((name, value) -> tags.values().computeIfAbsent(tag.name() + " " + name, it -> new HashSet<>())
                        .add(normalized(value, languages)));
            });
            return tags;
        }
    }

    private void inspectAttributes(List<Finding> found, ParsedPart text, DisplayText reading, SourceTags source, List<Pattern> languages) {
        for (var tag : MarkupTag.findAll(reading)) {
            var span = reading.sourceSpan(tag.start(), tag.end());
            var ofSource = source.attributes().get(tag.name());
            for (var attribute : tag.kind() == Kind.CLOSE || ofSource == null ? Set.<String>of() : namesOf(tag, ofSource)) {
                var allowed = source.values().getOrDefault(tag.name() + " " + attribute, Set.of());
                var value = tag.attributes().get(attribute);
                if (value != null && allowed.contains(normalized(value, languages)) || TRANSLATED.contains(attribute)) {
                    continue;
                }
                var original = readable(ofSource.getOrDefault(attribute, ""));
                found.add(!LINKS.contains(attribute)
                        ? FindingType.ATTRIBUTE_CHANGED.warning(this, text, span, attribute, tag.label(), original)
                        : value == null ? FindingType.ATTRIBUTE_CHANGED.error(this, text, span, attribute, tag.label(), original)
                        : FindingType.LINK_CHANGED.error(this, text, span, readable(value)));
            }
        }
    }

    /** Returns the names of the attributes of a tag and of the first such tag of the source. */
    private static Set<String> namesOf(MarkupTag tag, Map<String, String> ofSource) {
        var names = new HashSet<>(tag.attributes().keySet());
        names.addAll(ofSource.keySet());
        return names;
    }

    private static String readable(String value) {
        return value.replace(DisplayText.ARGUMENT, '…');
    }

    /** Returns patterns that find the languages of the text and of the source where they are a segment of an address. */
    private static List<Pattern> languagesOf(TranslationPair pair) {
        return Stream.of(pair.text().locale().value(), pair.source().locale().value(), pair.text().language(), pair.source().language())
                .map(it -> Pattern.compile("(?i)(?<![A-Za-z0-9])" + it.replace("-", "[-_]") + "(?![A-Za-z0-9])")).toList();
    }

    /** Replaces all languages in an address by the same placeholder. */
    private static String normalized(String address, List<Pattern> languages) {
        var normalized = address;
        for (var language : languages) {
            normalized = language.matcher(normalized).replaceAll("*");
        }
        return normalized;
    }
}
