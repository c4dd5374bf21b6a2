package dev.parlance.rest.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test cases of RFC 7396, appendix A. */
class MergePatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'a':'b'}|{'a':'c'}|{'a':'c'}", "{'a':'b'}|{'b':'c'}|{'a':'b','b':'c'}", "{'a':'b'}|{'a':null}|{}",
                "{'a':'b','b':'c'}|{'a':null}|{'b':'c'}",
        "{'a':['b']}|{'a':'c'}|{'a':'c'}", "{'a':'c'}|{'a':['b']}|{'a':['b']}", "{'a':{'b':'c'}}|{'a':{'b':'d','c':null}}|{'a':{'b':'d'}}",
        "{'a':[{'b':'c'}]}|{'a':[1]}|{'a':[1]}", "['a','b']|['c','d']|['c','d']", "{'a':'b'}|['c']|['c']", "{'a':'foo'}|null|null",
        "{'a':'foo'}|'bar'|'bar'", "{'e':null}|{'a':1}|{'e':null,'a':1}", "[1,2]|{'a':'b','c':null}|{'a':'b'}",
        "{}|{'a':{'bb':{'ccc':null}}}|{'a':{'bb':{}}}", "{'نص':'مرحبا'}|{'文':'日本','':'żółć'}|{'نص':'مرحبا','文':'日本','':'żółć'}"
    })
    void mergesObjectsMemberByMember(String target, String patch, String expected) throws JsonProcessingException {
        assertThat(MergePatch.apply(JSON.readTree(quoted(target)), JSON.readTree(quoted(patch))))
                .isEqualTo(JSON.readTree(quoted(expected)));
    }

    @Test
    void doesNotModifyTarget() throws JsonProcessingException {
        var target = JSON.readTree("{\"a\":{\"b\":1}}");
        MergePatch.apply(target, JSON.readTree("{\"a\":{\"b\":null}}"));
        assertThat(target).hasToString("{\"a\":{\"b\":1}}");
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
