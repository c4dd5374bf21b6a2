package dev.parlance.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.codegen.Identifiers.Style;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
    @ParameterizedTest
    @CsvSource({"TOO_MANY_NEW_ORDERS, TOO_MANY_NEW_ORDERS, tooManyNewOrders, TooManyNewOrders",
            "-1015, X_MINUS_1015, xMinus1015, XMinus1015",
            "0001, X_0001, x0001, X0001", "cart.totalPrice, CART_TOTAL_PRICE, cartTotalPrice, CartTotalPrice",
            "HTTPError, HTTP_ERROR, httpError, HttpError", "a-1, A_1, a1, A1"})
    void joinsWords(String name, String upperSnake, String lowerCamel, String upperCamel) {
        assertThat(new Identifiers(Style.UPPER_SNAKE, "X", Set.of()).identifier(name)).isEqualTo(upperSnake);
        assertThat(new Identifiers(Style.LOWER_CAMEL, "x", Set.of()).identifier(name)).isEqualTo(lowerCamel);
        assertThat(new Identifiers(Style.UPPER_CAMEL, "X", Set.of()).identifier(name)).isEqualTo(upperCamel);
    }

    @Test
    void avoidsReservedWords() {
        assertThat(new Identifiers(Style.LOWER_CAMEL, "x", Set.of("class")).identifier("Class")).isEqualTo("class_");
    }

    @Test
    void keepsIdentifiersWhenNamesAreAdded() {
        var identifiers = new Identifiers(Style.LOWER_CAMEL, "x", Set.of());
        var before = identifiers.of(List.of("a.b", "a_b", "c"));
        var after = identifiers.of(List.of("a-b", "a.b", "a_b", "c", "d"));
        assertThat(after).containsAllEntriesOf(before).doesNotContainValue("aB").hasSize(5);
        assertThat(Set.copyOf(after.values())).hasSize(5);
    }

    /** The second name is what the first becomes after a collision. */
    @Test
    void resolvesCollisionsWithDigests() {
        var identifiers = new Identifiers(Style.UPPER_SNAKE, "X", Set.of());
        var taken = identifiers.of(List.of("a.b", "a_b")).get("a.b");
        var all = identifiers.of(List.of("a.b", "a_b", taken));
        assertThat(Set.copyOf(all.values())).hasSize(3);
    }

    @Test
    void marksNamesThatLoseLetters() {
        var identifiers = new Identifiers(Style.LOWER_CAMEL, "message", Set.of());
        assertThat(identifiers.identifier("größe")).matches("grE_[0-9a-f]{8}");
        assertThat(identifiers.identifier("日本語")).matches("message_[0-9a-f]{8}").isNotEqualTo(identifiers.identifier("日本"));
    }
}
