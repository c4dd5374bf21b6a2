package dev.parlance.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requires that the work for a text grows with its length only, whatever the texts and the messages are. */
class HostileTextTest {
    private static final int LENGTH = 64 * 1024;
    private static final int MESSAGES = 2000;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final LocaleTag ENGLISH = LocaleTag.parse("en");
    private static final Recogniser RECOGNISER = recogniser();

    /** Patterns whose regular expressions backtrack, and many that share their literals. */
    private static Recogniser recogniser() {
        var builder = new Recogniser.Builder();
        for (int i = 0; i < MESSAGES; i++) {
            builder.add(i, ENGLISH, Syntax.ICU, "{a}ab{b}ab{c}ab{a}ab{b}ab{c}ab" + i, ArgumentContract.EMPTY);
            builder.add(i, ENGLISH, Syntax.ICU, "ab {a}, {b}, {c}, {d}, {a} and {n, number} of " + i, ArgumentContract.EMPTY);
            builder.add(i, ENGLISH, Syntax.ICU, "{a} {n, plural, one{is # one} other{are # others}} ab {a}", ArgumentContract.EMPTY);
            builder.add(i, ENGLISH, Syntax.ICU, "{a}ab{a}ab{a}", ArgumentContract.EMPTY);
        }
        return builder.build();
    }

    static Stream<String> texts() {
        return Stream.of("ab", "ab ", "a", "abab1", "ab 1, 2, ", "x is 1 one ab ", "are 5 others ab ", "'", "\u2068", "{a}", "1,", "\n")
                .map(it -> it.repeat(LENGTH / it.length()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void boundsTheStepsForALongText(String text) {
        long before = PROCESSOR.getCurrentThreadCpuTime();

        assertThat(steps(text, false)).isLessThanOrEqualTo(StepBudget.most(text.length()));
        assertThat(steps(text, true)).isLessThanOrEqualTo(StepBudget.most(text.length()));

        // Work that is not counted would take minutes for these texts and messages.
        assertThat(Duration.ofNanos(PROCESSOR.getCurrentThreadCpuTime() - before)).isLessThan(LONGEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1000, 10_000, 100_000, 1_000_000})
    void growsInProportionToTheText(int length) {
        assertThat(StepBudget.most(length)).isLessThanOrEqualTo(StepBudget.most(0) + 64L * length);
    }

    @Test
    void recognisesWithinTheBoundsOfRealTexts() {
        var builder = new Recogniser.Builder();
        builder.add(0, ENGLISH, Syntax.ICU, "The argument {a} is not one of {b}", ArgumentContract.EMPTY);
        var text = "The argument " + "x".repeat(4096) + " is not one of " + "y, ".repeat(1300);

        assertThat(builder.build().recognise(new RecognitionQuery(text, Optional.empty(), false, 1))).hasSize(1);
    }

    private static long steps(String text, boolean tolerant) {
        return RECOGNISER.countSteps(new RecognitionQuery(text, Optional.empty(), tolerant, 10));
    }
}
