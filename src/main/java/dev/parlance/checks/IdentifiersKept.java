package dev.parlance.checks;

import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.Tokens.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What machines read stands in the translation as in the source: identifiers, code, addresses. Where there is nothing else, it is a
 * label.
 */
public final class IdentifiersKept implements Check {
    /** So that a text of identifiers alone costs no more than others. */
    private static final int MOST = 100;

    @Override
    public String name() {
        return "identifiers";
    }

    @Override
    public List<Finding> look(Subject subject) {
        var found = new ArrayList<Finding>();
        for (var pair : subject.pairs()) {
            var identifiers = new LinkedHashSet<String>();
            pair.source().tokens().found().stream().filter(it -> it.kind() != Kind.ENTITY && it.kind() != Kind.MARKUP)
                    .limit(MOST).forEach(it -> identifiers.add(it.text()));
            for (var identifier : identifiers) {
                boolean label = identifier.length() == pair.source().usual().last() - pair.source().usual().first();
                if (!label && pair.text().all().stream().noneMatch(it -> it.shown().contains(identifier))) {
                    found.add(Explanation.IDENTIFIER_CHANGED.warning(this, pair.text(), Span.whole(pair.text()), identifier));
                }
            }
        }
        return found;
    }
}
