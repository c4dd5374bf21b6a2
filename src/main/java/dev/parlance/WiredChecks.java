package dev.parlance;

import dev.parlance.checks.ArgumentsFit;
import dev.parlance.checks.Balance;
import dev.parlance.checks.Checks;
import dev.parlance.checks.Consistency;
import dev.parlance.checks.DoubledBlanks;
import dev.parlance.checks.EdgeBlanks;
import dev.parlance.checks.EndPunctuation;
import dev.parlance.checks.GlossaryTerms;
import dev.parlance.checks.IdentifiersKept;
import dev.parlance.checks.InvisibleCharacters;
import dev.parlance.checks.LengthLimit;
import dev.parlance.checks.LineBreaks;
import dev.parlance.checks.MarkSpacing;
import dev.parlance.checks.NoLookAlikes;
import dev.parlance.checks.NoQuotedArgument;
import dev.parlance.checks.NumbersKept;
import dev.parlance.checks.OneAlphabet;
import dev.parlance.checks.PatternCompiles;
import dev.parlance.checks.PluralsCovered;
import dev.parlance.checks.Untranslated;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** What is looked for in a text: the one list of checks. Apart from {@link Wiring}, of which it would be a tenth. */
final class WiredChecks {

    @Produces
    @Singleton
    Checks checks() {
        return new Checks(List.of(new PatternCompiles(), new ArgumentsFit(), new PluralsCovered(), new NoQuotedArgument(), new NoLookAlikes(),
                new OneAlphabet(), new InvisibleCharacters(), new LengthLimit(), new Untranslated(), new IdentifiersKept(),
                new NumbersKept(), new GlossaryTerms(), new EndPunctuation(), new MarkSpacing(), new Balance(), new EdgeBlanks(),
                new DoubledBlanks(), new LineBreaks(), new Consistency()));
    }
}
