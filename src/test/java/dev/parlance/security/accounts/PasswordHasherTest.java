package dev.parlance.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.parlance.problems.ProblemException;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {
    private static final String PASSWORD = "correct horse bättery";
    private static final int MEBIBYTE = 1 << 20;

    private final PasswordHasher passwords = new PasswordHasher(4);

    @Test
    void normalizesPasswords() {
        var hash = Optional.of(passwords.hash(PASSWORD, "anna"));
        assertThat(passwords.verify("correct horse ba\u0308ttery", hash)).isTrue();
        assertThat(passwords.verify(PASSWORD + " ", hash)).isFalse();
        assertThat(passwords.verify("", hash)).isFalse();
        assertThat(passwords.verify(PASSWORD, Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fourteen chars", "seventy-three bytes, which is one more than bcrypt looks at, and so no use"})
    void rejectsPasswordsOfInvalidLength(String password) {
        assertThatThrownBy(() -> passwords.hash(password, "anna")).isInstanceOf(ProblemException.class)
                .hasMessageContaining("invalid-password");
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

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaaaaaaa", "ABABABABABABABAB", "花子花子花子花子花子花子花子花子", "passwordpassword", "PasswordPassword1",
            "password12345678",
            "p@ssw0rdp@ssw0rd", "ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ", "iloveyouiloveyou", "monkeymonkey1234", "letmein letmein", "123456789012345",
            "qwertyuiopasdfg",
            "abcdefghijklmnop", "Summer2024Summer2024", "parlanceparlance1", "anna.nagy2024parlance", "annaannaannaanna"})
    void rejectsPasswordsThatAreEasyToGuess(String password) {
        assertThatThrownBy(() -> passwords.hash(password, "anna.nagy")).isInstanceOf(ProblemException.class)
                .hasMessageContaining("common-password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "the quick brown fox", "Zm8f kq2L 9vTw pX1", "貴社の記者が汽車で帰社した。明日"})
    void acceptsPassphrases(String password) {
        assertThat(passwords.hash(password, "anna")).startsWith("$2a$04$");
    }
}
