package dev.parlance.rest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    record Line(@Nullable String item, int count) {
    }

    record Order(@Nullable String name, int count, @Nullable BigDecimal price, @Nullable Boolean gift, @Nullable List<String> tags,
                 @Nullable List<Line> lines, @Nullable JsonNode arguments) {
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "مرحبا", "Zażółć gęślą jaźń", "日本語", "😀", "a\"b\\c"})
    void readsText(String name) {
        var body = "{\"name\":\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\",\"count\":3}";
        assertThat(read(body)).isEqualTo(new Order(name, 3, null, null, null, null, null));
    }

    @Test
    void keepsDigitsOfDecimals() {
        assertThat(read("{\"price\":1.50}").price()).isEqualTo(new BigDecimal("1.50"));
        assertThat(read("{\"arguments\":[0.10]}").arguments()).hasToString("[0.10]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'name':'a','nmae':'b'}|/nmae", "{'lines':[{'item':'a'},{'itme':'b'}]}|/lines/1/itme", "{'a/b~c':1}|/a~1b~0c", "{'':1}|/"
    })
    void rejectsUnknownMembers(String body, String pointer) {
        assertThatThrownBy(() -> read(quoted(body))).hasMessageStartingWith("unknown-field {pointer=" + pointer + ", known=");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'name':1}|/name|text", "{'name':true}|/name|text", "{'name':['a']}|/name|text", "{'name':{}}|/name|text",
        "{'count':'1'}|/count|number", "{'count':1.5}|/count|number", "{'count':true}|/count|number",
        "{'gift':1}|/gift|boolean", "{'gift':'true'}|/gift|boolean", "{'tags':'a'}|/tags|list", "{'tags':{'a':1}}|/tags|list",
        "{'tags':['a',2]}|/tags/1|text", "{'lines':[1]}|/lines/0|object", "{'lines':[{'count':'x'}]}|/lines/0/count|number"
    })
    void rejectsWrongTypes(String body, String pointer, String expected) {
        assertThatThrownBy(() -> read(quoted(body))).hasMessage("invalid-field {pointer=" + pointer + ", expected=" + expected + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"a\"", "true"})
    void rejectsNonObjectBodies(String body) {
        assertThatThrownBy(() -> read(body)).hasMessage("invalid-field {pointer=/, expected=body}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'name':null}|/name", "{'tags':['a',null]}|/tags/1", "{'lines':[{'item':null}]}|/lines/0/item", "{'x/y':null}|/x~1y"
    })
    void rejectsNulls(String body, String pointer) {
        assertThatThrownBy(() -> read(quoted(body))).hasMessage("invalid-field {pointer=" + pointer + ", expected=null}");
    }

    @Test
    void acceptsNullsBelowNullableMember() {
        var order = JsonBody.read(bytes("{\"arguments\":{\"a\":null,\"b\":[null]}}"), Order.class, "arguments");
        assertThat(order.arguments()).hasToString("{\"a\":null,\"b\":[null]}");
        assertThatThrownBy(() -> JsonBody.read(bytes("{\"arguments\":{},\"name\":null}"), Order.class, "arguments"))
                .hasMessageContaining("pointer=/name");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "{", "{'name':'a','name':'b'}", "{'lines':[{'count':1,'count':1}]}", "{} {}", "{}]", "{},", "{'name':'a',}", "{name:'a'}",
        "// x\n{}", "{'count':01}", "{'price':NaN}", "{'price':1e99999999999}", "{'name':'\\x'}", "\uFEFF{}x"
    })
    void rejectsMalformedBodies(String body) {
        assertThatThrownBy(() -> read(quoted(body))).hasMessageStartingWith("malformed-body ");
    }

    @Test
    void reportsLineAndColumnOfMalformedBody() {
        assertThatThrownBy(() -> read("{\n  \"name\": x}")).hasMessage("malformed-body {line=2, column=11}");
    }

    @Test
    void rejectsDeepNesting() {
        assertThatThrownBy(() ->
                read("{\"arguments\":" + "[".repeat(5000) + "]".repeat(5000) + "}")).hasMessageStartingWith("malformed-body ");
    }

    @Test
    void rejectsInvalidUtf8() {
        for (var invalid : List.of(new byte[] {(byte) 0xC3, '('}, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                new byte[] {(byte) 0xFF})) {
            var body = bytes("{\"name\":\"     \"}");
            System.arraycopy(invalid, 0, body, "{\"name\":\"".length(), invalid.length);
            assertThatThrownBy(() -> JsonBody.read(body, Order.class, "")).hasMessage("malformed-body {line=1, column=1}");
        }
    }

    @Test
    void appliesPatchToCurrentState() {
        var current = new Order("a", 3, new BigDecimal("1.50"), true, List.of("x"), List.of(new Line("i", 1)), null);
        var patched = patch(current, "{\"name\":\"日本\",\"gift\":null,\"tags\":[\"y\",\"z\"]}");
        assertThat(patched).isEqualTo(new Order("日本", 3, new BigDecimal("1.50"), null, List.of("y", "z"), List.of(new Line("i", 1)), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'nmae':'a'}|unknown-field {pointer=/nmae, known=arguments, count, gift, lines, name, price, tags}",
                "{'count':'3'}|invalid-field {pointer=/count, expected=number}",
        "[]|invalid-field {pointer=/, expected=body}", "null|invalid-field {pointer=/, expected=body}",
        "{'tags':['a',null]}|invalid-field {pointer=/tags/1, expected=null}"
    })
    void rejectsPatchesThatYieldInvalidState(String patch, String problem) {
        var current = new Order("a", 3, BigDecimal.ONE, true, List.of(), List.of(), JsonBody.read(bytes("{}"), JsonNode.class, ""));
        assertThatThrownBy(() -> patch(current, quoted(patch))).hasMessage(problem);
    }

    private static Order patch(Order current, String patch) {
        return JsonBody.applyPatch(bytes(patch), new PresentMembers(current.name(), current.count(), current.price(), current.gift(),
                current.tags(), current.lines()), Order.class);
    }

    /** The members that a patch is applied to, all of them present. */
    record PresentMembers(String name, int count, BigDecimal price, boolean gift, List<String> tags, List<Line> lines) {
    }

    private static Order read(String body) {
        return JsonBody.read(bytes(body), Order.class, "");
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** Replaces apostrophes with double quotes, which would have to be escaped in Java. */
    private static String quoted(String body) {
        return body.replace('\'', '"');
    }
}
