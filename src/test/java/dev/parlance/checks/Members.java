package dev.parlance.checks;

import java.util.List;

/** All checks there are; {@code WiredChecksTest} compares them with the list of the service. */
public final class Members {
    public static final List<Check> ALL = List.of(new PatternCompiles(), new ArgumentsFit(), new PluralsCovered(), new NoQuotedArgument(),
            new NoLookAlikes(), new OneAlphabet(), new InvisibleCharacters(), new LengthLimit(), new Untranslated(), new IdentifiersKept(), new NumbersKept(),
            new GlossaryTerms(), new EndPunctuation(), new MarkSpacing(), new Balance(), new EdgeBlanks(), new DoubledBlanks(),
            new LineBreaks(), new Consistency());

    private Members() {
    }
}
