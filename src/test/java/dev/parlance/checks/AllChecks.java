package dev.parlance.checks;

import java.util.List;

/** All checks; {@code CheckWiringTest} compares them with those of the service. */
public final class AllChecks {
    public static final List<Check> ALL = List.of(new InvalidPattern(), new ArgumentMismatches(), new MismatchedPluralForms(),
            new QuotedArguments(),
            new LookalikeCharacters(), new MixedScripts(), new InvisibleCharacters(), new ExceededLength(), new UntranslatedText(),
            new ChangedIdentifiers(), new ChangedNumbers(),
            new MissingGlossaryTerms(), new ChangedEndPunctuation(), new MissingPunctuationSpace(), new UnbalancedPunctuation(),
            new EdgeWhitespace(), new RepeatedSpaces(),
            new ChangedLineBreaks(), new InconsistentTranslations());

    private AllChecks() {
    }
}
