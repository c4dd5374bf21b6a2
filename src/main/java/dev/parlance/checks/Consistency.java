package dev.parlance.checks;

import dev.parlance.checks.text.Blanks;
import dev.parlance.checks.text.Part;
import dev.parlance.checks.text.Span;
import java.util.List;

/** The same source has the same translation. Two contexts may ask for two; hence no warning. */
public final class Consistency implements Check {

    @Override
    public String name() {
        return "consistency";
    }

    @Override
    public List<Finding> look(Subject subject) {
        return subject.pairs().stream().filter(it -> it.text().part() == Part.MESSAGE).flatMap(pair -> {
            var own = Blanks.normalised(pair.text().text());
            return subject.siblings().stream().filter(it -> !Blanks.normalised(it).equals(own)).sorted().limit(1)
                    .map(it -> Explanation.INCONSISTENT.information(this, pair.text(), Span.whole(pair.text()), it));
        }).toList();
    }
}
