package dev.parlance.checks;

import dev.parlance.checks.text.Span;
import dev.parlance.checks.text.TextPart;
import dev.parlance.checks.text.Whitespace;
import java.util.List;

/**
 * A check for a source message that has several translations in one locale.
 *
 * <p>This is information only, because two contexts may need two translations.
 */
public final class InconsistentTranslations implements Check {

    @Override
    public String name() {
        return "consistency";
    }

    @Override
    public List<Finding> inspect(CheckInput subject) {
        return subject.pairs().stream().filter(it -> it.text().part() == TextPart.MESSAGE).flatMap(pair -> {
            var own = Whitespace.normalize(pair.text().text());
            return subject.otherTranslations().stream().filter(it -> !Whitespace.normalize(it).equals(own)).sorted().limit(1)
                    .map(it -> FindingType.INCONSISTENT.information(this, pair.text(), Span.of(pair.text()), it));
        }).toList();
    }
}
