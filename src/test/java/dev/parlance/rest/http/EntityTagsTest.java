package dev.parlance.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"abc-br\"", "W/\"abc-br\"", "*", "` * `", "\"x\", \"abc-br\"", "\"x\",W/\"abc-br\" , \"y\"", "broken, \"abc-br\"",
                "\"a,b\", \"abc-br\""
    })
    void matchesTag(String header) {
        assertThat(EntityTags.matches(header, "abc-br")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"abc\"", "W/\"abc\"", "\"abc-gzip\"", "W/\"abc-gzip\"", "\"abc-br\"", "\"abc-zstd\"", "\"abc--gzip\"", "\"abc\"-gzip", "*",
                "\"x\", \"abc-gzip\""
    })
    void matchesTagInAnyEncoding(String header) {
        assertThat(EntityTags.matchesAnyEncoding(header, "abc")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "absent", value = {
        "absent", "``", "\"ab\"", "\"abcd\"", "\"abc-deflate\"", "\"abc-\"", "\"abc-gzip-gzip\"", "\"abc---br\"", "\"xabc-gzip\"",
                "\"abcgzip\"", "\"abc-GZIP\"", "\"-gzip\""
    })
    void doesNotMatchOtherContentInAnyEncoding(@Nullable String header) {
        assertThat(EntityTags.matchesAnyEncoding(header, "abc")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "absent", value = {
        "absent", "``", "abc-br", "\"abc\"", "\"abc-br-x\"", "\"ABC-BR\"", "w/\"abc-bx\"", "\"abc-br", "abc-br\"", "**", "\"*\"",
                "\"日本-br\"", "\"\"",
        "\"abc-brx", "xabc-br\""
    })
    void doesNotMatchOtherTags(@Nullable String header) {
        assertThat(EntityTags.matches(header, "abc-br")).isFalse();
    }
}
