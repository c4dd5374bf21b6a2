package dev.parlance.rest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.ArgumentValues;
import dev.parlance.rendering.ArgumentValues.Amount;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments of requests, in queries and in bodies. */
class ArgumentInputTest {
    private static final ArgumentContract CONTRACT = new ArgumentContract(List.of(
            new Argument("file", ArgumentType.STRING, "x"), new Argument("limit", ArgumentType.STRING, "y")));

    @Test
    void readsBodyArgumentsByPosition() {
        assertThat(body("[\"مرحبا\", 1.50, true, null]")).containsExactlyEntriesOf(mapOf("0", "مرحبا", "1", new BigDecimal("1.50"), "2",
                true, "3", null));
    }

    @Test
    void readsBodyArgumentsByName() {
        assertThat(body("{\"file\":\"żółć\",\"文\":\"日本\",\"empty\":\"\"}")).containsExactlyEntriesOf(mapOf("file", "żółć", "文", "日本",
                "empty", ""));
        assertThat(BodyArguments.of("/arguments", null)).isEmpty();
    }

    @Test
    void readsAmounts() {
        assertThat(body("[{\"currency\":\"EUR\",\"value\":1.50},{\"value\":\"2\",\"currency\":\"JPY\"}]").values())
                .containsExactly(new Amount("EUR", new BigDecimal("1.50")), new Amount("JPY", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[{}]", "[[]]", "[{\"currency\":\"EUR\"}]", "[{\"currency\":\"eur\",\"value\":1}]", "[{\"currency\":\"EURO\",\"value\":1}]",
        "[{\"currency\":\"EUR\",\"value\":true}]", "[{\"currency\":\"EUR\",\"value\":1,\"unit\":\"x\"}]"
    })
    void marksOtherStructures(String arguments) {
        assertThat(body(arguments).values()).containsExactly(ArgumentValues.UNACCEPTABLE);
    }

    @Test
    void rejectsBodyArgumentsOfOtherTypes() {
        assertThatThrownBy(() -> body("\"a\"")).hasMessage("invalid-field {pointer=/arguments, expected=arguments}");
    }

    @Test
    void rejectsForbiddenCharactersInNamesAndMarksThoseInValues() {
        assertThatThrownBy(() -> body("{\"a\\u0000\":1}")).hasMessage("forbidden-character {pointer=/arguments, character=U+0000}");
        assertThat(body("{\"a\":\"\\u0000\"}").values()).containsExactly(ArgumentValues.UNACCEPTABLE);
        assertThat(body("[{\"currency\":\"EUR\",\"value\":\"\\u0000\"}]").values()).containsExactly(ArgumentValues.UNACCEPTABLE);
        var bound = QueryArguments.of(Map.of("arg", List.of("\u0000", "\ud800")), CONTRACT);
        assertThat(bound.invalid()).containsExactly("file", "limit");
        assertThat(bound.rawValues()).isEmpty();
        assertThatThrownBy(() -> query("arg.a\u0000", "")).hasMessage("forbidden-character {pointer=arg., character=U+0000}");
    }

    @Test
    void bindsQueryArgumentsByPositionAndName() {
        var expected = Map.of("file", "日本", "limit", "5");
        assertThat(QueryArguments.of(Map.of("arg", List.of("日本", "5")), CONTRACT).values()).containsAllEntriesOf(expected);
        assertThat(QueryArguments.of(Map.of("arg.limit", List.of("5"), "arg.file", List.of("日本"), "locale", List.of("ar")),
                CONTRACT).values())
                .containsAllEntriesOf(expected).doesNotContainKeys("locale", "ar");
        assertThat(QueryArguments.of(Map.of("arg", List.of("日本"), "arg.limit", List.of("5")),
                CONTRACT).values()).containsAllEntriesOf(expected);
    }

    @Test
    void rejectsQueryArgumentsGivenTwice() {
        assertThatThrownBy(() ->
                QueryArguments.of(Map.of("arg.file", List.of("a", "b")), CONTRACT)).hasMessage("repeated-parameter {parameter=arg.file}");
        assertThatThrownBy(() -> QueryArguments.of(Map.of("arg", List.of("a"), "arg.0", List.of("b")), CONTRACT))
                .hasMessage("repeated-parameter {parameter=arg.0}");
    }

    private static void query(String name, String value) {
        QueryArguments.of(Map.of(name, List.of(value)), CONTRACT);
    }

    private static Map<String, @Nullable Object> body(String arguments) {
        return BodyArguments.of("/arguments", JsonBody.read(arguments.getBytes(StandardCharsets.UTF_8), JsonNode.class, "*"));
    }

    /** Creates a map that, unlike {@link Map#of}, keeps the order and accepts null values. */
    private static Map<String, @Nullable Object> mapOf(@Nullable Object... entries) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        var list = Arrays.asList(entries);
        for (int i = 0; i < list.size(); i += 2) {
            map.put((String) list.get(i), list.get(i + 1));
        }
        return map;
    }
}
