package dev.parlance.formats.dialect;

import dev.parlance.formats.MessageDialect;
import dev.parlance.formats.RawText;
import dev.parlance.formats.RawText.PluralForms;
import dev.parlance.formats.RawText.Single;
import dev.parlance.formats.RawText.Substitutions;
import dev.parlance.formats.dialect.DialectEvidence.Sign;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Detects the dialect of texts. */
public final class DialectDetector {
    private static final double LITERAL_CONFIDENCE = 0.3;
    /** The confidence for a single text is four fifths of the confidence for many texts. */
    private static final double PRIOR_WEIGHT = 0.25;
    /**
     * Translators often forget to double apostrophes, but never double them by accident, so one doubled apostrophe outweighs five others.
     */
    private static final double DOUBLED_APOSTROPHE_WEIGHT = 5;

    private final DialectEvidence evidence;
    private final Map<MessageDialect, Double> weights = new EnumMap<>(MessageDialect.class);

    private DialectDetector(DialectEvidence evidence) {
        this.evidence = evidence;
    }

    /**
     * A possible dialect.
     *
     * @param confidence from 0 to 1
     */
    public record Guess(MessageDialect dialect, double confidence) {
    }

    /** Returns the possible dialects of texts that share one dialect, most probable first; at least one. */
    public static List<Guess> detect(Collection<RawText> texts) {
        var evidence = new DialectEvidence();
        texts.stream().flatMap(DialectDetector::strings).forEach(evidence::add);
        return new DialectDetector(evidence).guess();
    }

    private static Stream<String> strings(RawText text) {
        if (text instanceof Single single) {
            return Stream.of(single.text());
        } else if (text instanceof PluralForms forms) {
            return forms.forms().values().stream();
        }
        var substitutions = (Substitutions) text;
        return Stream.concat(Stream.of(substitutions.text()),
                substitutions.variables().values().stream().flatMap(DialectDetector::strings));
    }

    private List<Guess> guess() {
        weighPercentSigns();
        weighDoubleBraces();
        weighBraces();
        double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        var guesses = new ArrayList<Guess>();
        weights.forEach((dialect, weight) -> {
            if (weight > 0) {
                guesses.add(new Guess(dialect, weight / (total + PRIOR_WEIGHT)));
            }
        });
        guesses.sort(Comparator.comparingDouble(Guess::confidence).reversed().thenComparing(Guess::dialect));
        if (guesses.isEmpty()) {
            guesses.addAll(withoutArguments());
        }
        return List.copyOf(guesses);
    }

    /** Doubled apostrophes show that texts are passed to {@code MessageFormat} even without arguments. */
    private List<Guess> withoutArguments() {
        boolean doubled = evidence.count(Sign.DOUBLED_ALONE) > evidence.count(Sign.LONE_ALONE);
        return doubled ? List.of(new Guess(MessageDialect.JAVA, LITERAL_CONFIDENCE), new Guess(MessageDialect.PLAIN,
                LITERAL_CONFIDENCE / 2))
                : List.of(new Guess(MessageDialect.PLAIN, LITERAL_CONFIDENCE));
    }

    /** Several dialects use {@code %s}, so it counts for the dialect that the other texts show. */
    private void weighPercentSigns() {
        int printf = evidence.count(Sign.PRINTF);
        boolean apple = evidence.has(Sign.APPLE);
        boolean python = evidence.has(Sign.PYTHON);
        boolean symfony = evidence.has(Sign.SYMFONY) && evidence.count(Sign.SYMFONY) >= printf;
        boolean ruby = evidence.has(Sign.RUBY) && evidence.count(Sign.RUBY) >= printf;
        weigh(MessageDialect.APPLE, evidence.count(Sign.APPLE) + (apple ? printf : 0));
        weigh(MessageDialect.PYTHON, evidence.count(Sign.PYTHON) + (python && !apple ? printf : 0));
        weigh(MessageDialect.SYMFONY, evidence.count(Sign.SYMFONY, Sign.BAR, Sign.INTERVAL));
        weigh(MessageDialect.RUBY, evidence.count(Sign.RUBY));
        weigh(MessageDialect.PRINTF, apple || python || symfony || ruby ? 0 : printf);
        weigh(MessageDialect.WEBEXTENSION, evidence.count(Sign.DOLLAR));
    }

    /** Blanks within double braces are common in Symfony and possible in i18next. */
    private void weighDoubleBraces() {
        int spaced = evidence.count(Sign.SPACED);
        boolean symfony = evidence.has(Sign.SYMFONY) || evidence.has(Sign.BAR) || evidence.has(Sign.INTERVAL);
        weigh(MessageDialect.GO, evidence.count(Sign.GO));
        weigh(MessageDialect.I18NEXT, evidence.count(Sign.TIGHT, Sign.NESTING) + (symfony ? 0 : 0.6 * spaced));
        weigh(MessageDialect.SYMFONY, symfony ? spaced : evidence.has(Sign.TIGHT) ? 0 : 0.4 * spaced);
    }

    /** Apostrophes distinguish the dialects with single braces. */
    private void weighBraces() {
        int complex = evidence.count(Sign.COMPLEX);
        int positions = evidence.count(Sign.POSITION, Sign.STYLED);
        int names = evidence.count(Sign.NAME);
        weigh(MessageDialect.ICU, complex);
        if (complex > 0) {
            weigh(MessageDialect.ICU, positions + names);
        } else if (names > positions) {
            weighNames(names + positions);
        } else if (positions > 0) {
            weighPositions(positions + names);
        }
    }

    /** In ICU, an apostrophe before a brace quotes the argument. A lone apostrophe elsewhere is literal in both dialects. */
    private void weighNames(double texts) {
        boolean unquoted = evidence.has(Sign.QUOTED_BRACE) && !evidence.has(Sign.DOUBLED_BESIDE_ARGUMENT);
        weigh(MessageDialect.ICU, texts * (unquoted ? 0.2 : 0.7));
        weigh(MessageDialect.BRACES, texts * (unquoted ? 0.8 : 0.3));
    }

    private void weighPositions(double texts) {
        int doubled = evidence.count(Sign.DOUBLED_BESIDE_ARGUMENT);
        int lone = evidence.count(Sign.LONE_BESIDE_ARGUMENT, Sign.QUOTED_BRACE);
        double literal = lone == 0 ? 0 : lone / (lone + DOUBLED_APOSTROPHE_WEIGHT * doubled);
        weigh(MessageDialect.BRACES, texts * literal * 0.8);
        weigh(MessageDialect.ICU, texts * literal * 0.2);
        weighMessageFormat(texts * (1 - literal), doubled);
    }

    /** Spring does not pass texts without arguments to {@code MessageFormat}, so their apostrophes are not doubled. */
    private void weighMessageFormat(double texts, int doubled) {
        int literalLone = evidence.count(Sign.LONE_ALONE);
        int literalDoubled = evidence.count(Sign.DOUBLED_ALONE);
        boolean known = doubled > 0 || literalDoubled > 0 || evidence.has(Sign.STYLED);
        boolean spring = literalLone > literalDoubled;
        weigh(MessageDialect.SPRING, texts * (spring ? 0.9 : 0.1));
        weigh(MessageDialect.JAVA, texts * (spring ? 0.06 : known ? 0.8 : 0.5));
        weigh(MessageDialect.ICU, texts * (spring ? 0.02 : known ? 0.05 : 0.2));
        weigh(MessageDialect.BRACES, texts * (spring ? 0.02 : known ? 0.05 : 0.2));
    }

    private void weigh(MessageDialect dialect, double texts) {
        weights.merge(dialect, texts, Double::sum);
    }
}
