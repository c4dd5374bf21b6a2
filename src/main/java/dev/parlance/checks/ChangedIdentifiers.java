package dev.parlance.checks;

import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.UntranslatableTokens.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A check for identifiers, code and addresses that a translation changes.
 *
 * <p>Machines read them, so they stay as in the source. A source that is one identifier and nothing else is a label and may be
 * translated. An address that replaces another one is a changed link, which another check reports.
 */
public final class ChangedIdentifiers implements Check {
    /** Bounds the cost of a text that consists of identifiers. */
    private static final int MAX_IDENTIFIERS = 100;

    @Override
    public String name() {
        return "identifiers";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        var found = new ArrayList<Finding>();
        for (var pair : subject.pairs()) {
            var identifiers = new LinkedHashSet<String>();
            boolean hasLink = pair.text().tokens().tokens().stream().anyMatch(it -> it.kind() == Kind.URL);
            pair.source().tokens().tokens().stream()
                    .filter(it -> it.kind() != Kind.ENTITY && it.kind() != Kind.MARKUP && !(hasLink && it.kind() == Kind.URL))
                    .limit(MAX_IDENTIFIERS).forEach(it -> identifiers.add(it.text()));
            for (var identifier : identifiers) {
                var source = pair.source().defaultVariant();
                boolean label = identifier.length() == source.contentEnd() - source.contentStart();
                if (!label && pair.text().variants().stream().noneMatch(it -> it.text().contains(identifier))) {
                    found.add(FindingType.IDENTIFIER_CHANGED.warning(this, pair.text(), Span.of(pair.text()), identifier));
                }
            }
        }
        return found;
    }
}
