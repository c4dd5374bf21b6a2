package dev.parlance.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.MessageKey;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orderRejected        | ORDER_REJECTED
            order.rejected-now   | ORDER_REJECTED_NOW
            -1015                | MESSAGE_1015
            x                    | MESSAGE_X
            ___                  | MESSAGE
            HTTPStatus2          | HTTPSTATUS2
            """)
    void derivesReasonFromKey(String key, String reason) {
        assertThat(DerivedNames.reason(new MessageKey(key), it -> false)).isEqualTo(reason).matches("[A-Z][A-Z0-9_]{0,61}[A-Z0-9]");
    }

    @Test
    void numbersRepeatedReasons() {
        var taken = new HashSet<>(Set.of("ORDER", "ORDER_2"));
        assertThat(DerivedNames.reason(new MessageKey("order"), taken::contains)).isEqualTo("ORDER_3");
        var longest = new MessageKey("a".repeat(128));
        var reason = DerivedNames.reason(longest, "A".repeat(63)::equals);
        assertThat(reason).hasSize(63).endsWith("_2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sign in…             | sign-in-[0-9a-f]{8}
            Café au lait         | cafe-au-lait-[0-9a-f]{8}
            登录                   | key-[0-9a-f]{8}
            a b                  | a-b-[0-9a-f]{8}
            """)
    void derivesReadableKey(String fileKey, String pattern) {
        assertThat(DerivedNames.key(fileKey, it -> false).value()).matches(pattern);
    }

    @Test
    void lengthensTakenKeys() {
        var first = DerivedNames.key("a b", it -> false);
        assertThat(DerivedNames.key("a b", first::equals).value()).startsWith(first.value()).hasSize(first.value().length() + 8);
        assertThat(DerivedNames.key("x ".repeat(5000), it -> false).value().length()).isLessThanOrEqualTo(128);
    }
}
