package dev.parlance.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests how a client handles a message that gives no advice, and that the documentation has the same rule. */
class HandlingTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]*) \\| `([a-z-]+)` \\|");
    private static final Pattern STATUS = Pattern.compile("[1-5][0-9]{2}");

    @ParameterizedTest
    @CsvSource({
        "200,false,NONE", "302,false,NONE", "200,true,NONE", "400,false,AFTER_FIX", "400,true,AFTER_DELAY", "401,false,AFTER_SIGN_IN",
        "402,false,AFTER_FIX", "403,false,NEVER", "404,false,NEVER", "408,false,AFTER_DELAY", "409,false,AFTER_READING",
        "410,false,NEVER", "412,false,AFTER_READING", "422,false,AFTER_FIX", "429,false,AFTER_DELAY", "500,false,REPORT",
        "501,false,NEVER", "502,false,AFTER_DELAY", "503,false,AFTER_DELAY", "504,false,AFTER_DELAY", "505,false,REPORT"})
    void derivesHandlingFromStatusAndTag(int status, boolean rateLimit, Handling handling) {
        assertThat(Handling.of(status, rateLimit)).isEqualTo(handling);
    }

    @Test
    void documentsHandlingOfEachListedStatus() throws IOException {
        var rows = ROW.matcher(Files.readString(Path.of("src/docs/pages.md"))).results().toList();
        assertThat(rows).extracting(it -> it.group(2)).containsOnlyElementsOf(Arrays.stream(Handling.values())
                .filter(it -> it != Handling.SAME_REQUEST).map(Handling::label).toList());
        for (var row : rows) {
            var documented = STATUS.matcher(row.group(1)).results().map(it -> Integer.valueOf(it.group())).toList();
            assertThat(documented).as(row.group()).allMatch(it -> Handling.of(it, false).label().equals(row.group(2)));
        }
        var special = IntStream.rangeClosed(400, 599).filter(it -> Handling.of(it, false) != (it < 500 ? Handling.AFTER_FIX : Handling.REPORT))
                .boxed().collect(Collectors.toSet());
        assertThat(rows.stream().flatMap(it -> STATUS.matcher(it.group(1)).results()).map(it -> Integer.valueOf(it.group()))
                .collect(Collectors.toSet())).containsAll(special);
    }

    @Test
    void namesLabelsInCamelCase() {
        assertThat(Handling.AFTER_SIGN_IN.labelKey()).isEqualTo("afterSignIn");
        assertThat(Handling.NONE.labelKey()).isEqualTo("none");
    }
}
