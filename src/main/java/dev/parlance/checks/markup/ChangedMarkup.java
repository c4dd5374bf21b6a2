package dev.parlance.checks.markup;

import dev.parlance.checks.Check;
import dev.parlance.checks.CheckInput;
import dev.parlance.checks.Finding;
import dev.parlance.checks.FindingType;
import dev.parlance.checks.text.DisplayText;
import dev.parlance.checks.text.MarkupTag;
import dev.parlance.checks.text.MarkupTag.Kind;
import dev.parlance.checks.text.ParsedPart;
import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.TranslationPair;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A check for tags that a translation drops, adds, renames, nests differently or does not close.
 *
 * <p>Elements may change places, because word order differs. A different number of paragraphs or line breaks is reported as information
 * only. A source with unbalanced tags is skipped: {@code <file>} may be a placeholder in a usage line, which may be translated.
 */
public final class ChangedMarkup implements Check {
    private static final Set<String> LAYOUT = Set.of("<p>", "<br>", "<li>", "<div>", "<hr>");

    @Override
    public String name() {
        return "markup";
    }

    @Override
    public List<Finding> inspect(CheckInput input) {
        var found = new ArrayList<Finding>();
        for (var pair : input.pairs()) {
            var sources = pair.source().variants().stream().map(MarkupTag::findAll).toList();
            if (sources.stream().allMatch(it -> findUnbalanced(it).isEmpty())) {
                pair.text().variants().forEach(it -> inspect(found, pair, it, sources));
            }
        }
        return found;
    }

    private void inspect(List<Finding> found, TranslationPair pair, DisplayText reading, List<List<MarkupTag>> sources) {
        var tags = MarkupTag.findAll(reading);
        var unbalanced = findUnbalanced(tags);
        unbalanced.ifPresent(it -> found.add(finding(pair.text(), spanOf(reading, it), faultOf(tags, it), it.label())));
        if (sources.stream().anyMatch(it -> structure(it).equals(structure(tags)))) {
            return;
        }
        var actual = count(tags);
        var expected = sources.stream().map(ChangedMarkup::count).filter(actual::equals).findFirst()
                .orElseGet(() -> count(sources.get(sources.size() - 1)));
        if (expected.equals(actual)) {
            if (unbalanced.isEmpty()) {
                found.add(finding(pair.text(), spanOf(reading, tags.get(0)), "nested", tags.get(0).label()));
            }
            return;
        }
        var named = new TreeSet<>(expected.keySet());
        named.addAll(actual.keySet());
        var reported = unbalanced.map(MarkupTag::name).orElse("");
        for (var label : named) {
            int difference = actual.getOrDefault(label, 0) - expected.getOrDefault(label, 0);
            if (difference != 0 && !label.replaceAll("[<>/]", "").equals(reported)) {
                var span = tags.stream().filter(it -> it.label().equals(label)).reduce((first, last) -> last)
                        .map(it -> spanOf(reading, it)).filter(it -> difference > 0).orElse(Span.of(pair.text()));
                var fault = difference < 0 ? "missing" : "added";
                boolean isLayout = LAYOUT.contains(label) && actual.containsKey(label) && expected.containsKey(label);
                found.add(isLayout ? FindingType.MARKUP.information(this, pair.text(), span, fault, label)
                        : finding(pair.text(), span, fault, label));
            }
        }
    }

    private Finding finding(ParsedPart text, Span span, String fault, String label) {
        return FindingType.MARKUP.warning(this, text, span, fault, label);
    }

    private static Span spanOf(DisplayText reading, MarkupTag tag) {
        return reading.sourceSpan(tag.start(), tag.end());
    }

    /** Returns the first tag without a counterpart. */
    private static Optional<MarkupTag> findUnbalanced(List<MarkupTag> tags) {
        var open = new ArrayDeque<MarkupTag>();
        for (var tag : tags) {
            if (tag.kind() == Kind.OPEN) {
                open.push(tag);
            } else if (tag.kind() == Kind.CLOSE) {
                if (open.isEmpty() || !open.peek().name().equals(tag.name())) {
                    return Optional.of(open.stream().anyMatch(it -> it.name().equals(tag.name())) ? open.peek() : tag);
                }
                open.pop();
            }
        }
        return Optional.ofNullable(open.peek());
    }

    private static String faultOf(List<MarkupTag> tags, MarkupTag unbalanced) {
        var other = unbalanced.kind() == Kind.OPEN ? Kind.CLOSE : Kind.OPEN;
        long same = tags.stream().filter(it -> it.name().equals(unbalanced.name()) && it.kind() == unbalanced.kind()).count();
        long counterparts = tags.stream().filter(it -> it.name().equals(unbalanced.name()) && it.kind() == other).count();
        return same == counterparts ? "nested" : unbalanced.kind() == Kind.OPEN ? "unclosed" : "unopened";
    }

    /** Counts the opening and empty tags; closing tags follow from them. */
    private static Map<String, Integer> count(List<MarkupTag> tags) {
        var counts = new HashMap<String, Integer>();
        tags.stream().filter(it -> it.kind() != Kind.CLOSE).forEach(it -> counts.merge(it.label(), 1, Integer::sum));
        return counts;
    }

    /** Counts the tags by their name and the elements that contain them. */
    private static Map<String, Integer> structure(List<MarkupTag> tags) {
        var counts = new HashMap<String, Integer>();
        var around = new ArrayDeque<String>();
        for (var tag : tags) {
            if (tag.kind() == Kind.CLOSE) {
                around.poll();
            } else {
                counts.merge(around + tag.name(), 1, Integer::sum);
            }
            if (tag.kind() == Kind.OPEN) {
                around.push(tag.name());
            }
        }
        return counts;
    }
}
