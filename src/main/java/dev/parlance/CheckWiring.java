package dev.parlance;

import dev.parlance.checks.ArgumentMismatches;
import dev.parlance.checks.ChangedEndPunctuation;
import dev.parlance.checks.ChangedIdentifiers;
import dev.parlance.checks.ChangedLineBreaks;
import dev.parlance.checks.ChangedNumbers;
import dev.parlance.checks.Checks;
import dev.parlance.checks.EdgeWhitespace;
import dev.parlance.checks.ExceededLength;
import dev.parlance.checks.InconsistentTranslations;
import dev.parlance.checks.InvalidPattern;
import dev.parlance.checks.InvisibleCharacters;
import dev.parlance.checks.LookalikeCharacters;
import dev.parlance.checks.MismatchedPluralForms;
import dev.parlance.checks.MissingGlossaryTerms;
import dev.parlance.checks.MissingPunctuationSpace;
import dev.parlance.checks.MixedScripts;
import dev.parlance.checks.QuotedArguments;
import dev.parlance.checks.RepeatedSpaces;
import dev.parlance.checks.UnbalancedPunctuation;
import dev.parlance.checks.UntranslatedText;
import dev.parlance.checks.markup.ChangedLinks;
import dev.parlance.checks.markup.ChangedMarkup;
import dev.parlance.checks.placeholders.ChangedSelectKeys;
import dev.parlance.checks.placeholders.DroppedPlurals;
import dev.parlance.checks.placeholders.ForeignPlaceholders;
import dev.parlance.checks.placeholders.LostPluralNumbers;
import dev.parlance.checks.placeholders.RepeatedArguments;
import dev.parlance.drift.FindDrift;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The explicit list of all checks, kept apart from {@link Wiring} for its length. */
final class CheckWiring {

    @Produces
    @Singleton
    Checks checks() {
        return new Checks(List.of(new InvalidPattern(), new ArgumentMismatches(), new ChangedSelectKeys(), new MismatchedPluralForms(),
                new LostPluralNumbers(), new DroppedPlurals(), new RepeatedArguments(), new ForeignPlaceholders(), new ChangedMarkup(),
                new ChangedLinks(), new QuotedArguments(), new LookalikeCharacters(), new MixedScripts(), new InvisibleCharacters(),
                new ExceededLength(), new UntranslatedText(), new ChangedIdentifiers(), new ChangedNumbers(), new MissingGlossaryTerms(),
                new ChangedEndPunctuation(), new MissingPunctuationSpace(), new UnbalancedPunctuation(), new EdgeWhitespace(),
                new RepeatedSpaces(), new ChangedLineBreaks(), new InconsistentTranslations()));
    }

    @Produces
    @Singleton
    FindDrift findDrift(Checks checks) {
        return new FindDrift(checks);
    }
}
