package dev.parlance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEventTest {
    @Test
    void writesPairsInOrder() {
        var event = AuditEvent.of(AuditAction.KEY_CREATED).with("actor", "oidc:Ann.B@example").with("client", "2001:db8::1")
                .with("scopes", "read,publish").with("locales", "*");
        assertThat(event.toLine())
                .isEqualTo("action=key-created actor=oidc:Ann.B@example client=2001:db8::1 scopes=read,publish locales=*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"two words|\"two words\"", "a=b|\"a=b\"", "say \"hi\"|\"say \\\"hi\\\"\"",
        "back\\slash|\"back\\\\slash\"", "花子|\"花子\""})
    void quotesOtherValues(String value, String expected) {
        assertThat(lineOf(value)).isEqualTo("action=job-ended name=" + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0000", "\u0085", "\u2028", "\u2029", "\u001b[31m", "\u202e", "\ud800"})
    void escapesLineBreaksAndControls(String character) {
        var line = lineOf("ann" + character + "action=key-revoked");
        assertThat(line.lines()).hasSize(1);
        assertThat(line).doesNotContain(character).startsWith("action=job-ended name=\"ann\\u").endsWith("action=key-revoked\"");
    }

    @Test
    void quotesEmptyValuesAndShortensLongOnes() {
        assertThat(lineOf("")).endsWith("name=\"\"");
        assertThat(lineOf("x".repeat(10_000))).hasSizeLessThan(300).endsWith("x…\"");
    }

    @Test
    void recordsOneLineForEachEvent() {
        var lines = new ArrayList<String>();
        var log = new AuditLog(lines::add);
        log.record(AuditEvent.of(AuditAction.MEMBER_ADDED));
        assertThat(log.count(AuditAction.MEMBER_ADDED)).isEqualTo(1);
        assertThat(log.count(AuditAction.MEMBER_REMOVED)).isZero();
        assertThat(lines).containsExactly("action=member-added");
    }

    private static String lineOf(String value) {
        return AuditEvent.of(AuditAction.JOB_ENDED).with("name", value).toLine();
    }
}
