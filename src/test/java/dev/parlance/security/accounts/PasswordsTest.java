package dev.parlance.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.parlance.problems.ProblemException;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private static final String PASSWORD = "correct horse bättery";
    private static final int MEBIBYTE = 1 << 20;

    private final Passwords passwords = new Passwords(4);

    @Test
    void keyboardsMaySpellItDifferently() {
        var hash = Optional.of(passwords.hash(PASSWORD));
        assertThat(passwords.matches("correct horse ba\u0308ttery", hash)).isTrue();
        assertThat(passwords.matches(PASSWORD + " ", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
        assertThat(passwords.matches(PASSWORD, Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fourteen chars", "seventy-three bytes, which is one more than bcrypt looks at, and so no use"})
    void tooShortAndTooLongOnesAreRefused(String password) {
        assertThatThrownBy(() -> passwords.hash(password)).isInstanceOf(ProblemException.class).hasMessageContaining("invalid-password");
    }

    /** A letter that becomes eighteen: a request of a mebibyte would be made twenty. */
    @Test
    void whatIsFarTooLongIsWrongBeforeItIsLookedAt() {
        var huge = "\ufdfa".repeat(MEBIBYTE / 3);
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        assertThat(passwords.matches(huge, Optional.empty())).isFalse();
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(MEBIBYTE);
    }

    @Test
    void onlySoManyAreCheckedAtOnce() {
        var slow = new Passwords(12);
        var crowd = Executors.newFixedThreadPool(8);
        try {
            var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> refusal(slow), crowd)).limit(8).toList();
            assertThat(answers.stream().map(CompletableFuture::join)).contains("busy", "wrong");
            assertThat(refusal(slow)).isEqualTo("wrong");
        } finally {
            crowd.shutdown();
        }
    }

    private static String refusal(Passwords passwords) {
        try {
            return passwords.matches(PASSWORD, Optional.empty()) ? "right" : "wrong";
        } catch (ProblemException e) {
            return e.type().key();
        }
    }
}
