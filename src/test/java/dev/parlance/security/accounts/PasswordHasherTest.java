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

class PasswordHasherTest {
    private static final String PASSWORD = "correct horse bättery";
    private static final int MEBIBYTE = 1 << 20;

    private final PasswordHasher passwords = new PasswordHasher(4);

    @Test
    void normalizesPasswords() {
        var hash = Optional.of(passwords.hash(PASSWORD));
        assertThat(passwords.verify("correct horse ba\u0308ttery", hash)).isTrue();
        assertThat(passwords.verify(PASSWORD + " ", hash)).isFalse();
        assertThat(passwords.verify("", hash)).isFalse();
        assertThat(passwords.verify(PASSWORD, Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fourteen chars", "seventy-three bytes, which is one more than bcrypt looks at, and so no use"})
    void rejectsPasswordsOfInvalidLength(String password) {
        assertThatThrownBy(() -> passwords.hash(password)).isInstanceOf(ProblemException.class).hasMessageContaining("invalid-password");
    }

    /** NFKC expands U+FDFA to 18 characters: a request of 1 MiB would take about 20 MiB. */
    @Test
    void rejectsOverlongPasswordsBeforeNormalizing() {
        var huge = "\ufdfa".repeat(MEBIBYTE / 3);
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        assertThat(passwords.verify(huge, Optional.empty())).isFalse();
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(MEBIBYTE);
    }

    @Test
    void limitsConcurrentChecks() {
        var slow = new PasswordHasher(12);
        var pool = Executors.newFixedThreadPool(8);
        try {
            var results = Stream.generate(() -> CompletableFuture.supplyAsync(() -> check(slow), pool)).limit(8).toList();
            assertThat(results.stream().map(CompletableFuture::join)).contains("busy", "wrong");
            assertThat(check(slow)).isEqualTo("wrong");
        } finally {
            pool.shutdown();
        }
    }

    private static String check(PasswordHasher passwords) {
        try {
            return passwords.verify(PASSWORD, Optional.empty()) ? "right" : "wrong";
        } catch (ProblemException e) {
            return e.type().key();
        }
    }
}
