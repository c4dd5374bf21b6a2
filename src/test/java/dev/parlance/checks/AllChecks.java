package dev.parlance.checks;

import dev.parlance.checks.markup.ChangedLinks;
import dev.parlance.checks.markup.ChangedMarkup;
import dev.parlance.checks.placeholders.ChangedSelectKeys;
import dev.parlance.checks.placeholders.DroppedPlurals;
import dev.parlance.checks.placeholders.ForeignPlaceholders;
import dev.parlance.checks.placeholders.LostPluralNumbers;
import dev.parlance.checks.placeholders.RepeatedArguments;
import java.util.List;

/** All checks; {@code CheckWiringTest} compares them with those of the service. */
public final class AllChecks {
    public static final List<Check> ALL = List.of(new InvalidPattern(), new ArgumentMismatches(), new ChangedSelectKeys(),
            new MismatchedPluralForms(), new LostPluralNumbers(), new DroppedPlurals(), new RepeatedArguments(), new ForeignPlaceholders(),
            new ChangedMarkup(), new ChangedLinks(), new QuotedArguments(),
            new LookalikeCharacters(), new MixedScripts(), new InvisibleCharacters(), new ExceededLength(), new UntranslatedText(),
            new ChangedIdentifiers(), new ChangedNumbers(),
            new MissingGlossaryTerms(), new ChangedEndPunctuation(), new MissingPunctuationSpace(), new UnbalancedPunctuation(),
            new EdgeWhitespace(), new RepeatedSpaces(),
            new ChangedLineBreaks(), new InconsistentTranslations());

    private AllChecks() {
    }
}
