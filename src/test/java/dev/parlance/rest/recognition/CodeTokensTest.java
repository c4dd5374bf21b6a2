package dev.parlance.rest.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTokensTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'{\"code\":-1015,\"msg\":\"x\"}'|'{code=2, -1015=8, msg=15}'",
        "code=0001.|{code=0, 0001=5}",
        "ERR_A.b-1:|{ERR_A.b-1=0}",
        "a|{}", "''|{}", "日本 -2010 日本|{-2010=3}", "-1015 -1015|{-1015=0}", "...|{}"})
    void findsWordsOfCodes(String text, String expected) {
        assertThat(CodeTokens.find(text)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"64,1", "65,0"})
    void ignoresLongWords(int length, int expected) {
        assertThat(CodeTokens.find("x".repeat(length))).hasSize(expected);
    }
}
