package dev.parlance.rest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionPreconditionTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"\"0\",0", "\"7\",7", "\"999999999\",999999999", "` \"7\" `,7"})
    void returnsVersionOfStrongTag(String ifMatch, int version) {
        assertThat(VersionPrecondition.requireVersion(ifMatch)).isEqualTo(version);
        assertThat(VersionPrecondition.expectedVersion(ifMatch, null)).isEqualTo(OptionalInt.of(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7\"", "\"7\", \"8\"", "\"\"", "\"-7\"", "\"1000000000\"", "\"٧\"", "\"日本\""})
    void treatsAnyOtherTagAsStale(String ifMatch) {
        assertThatThrownBy(() -> VersionPrecondition.requireVersion(ifMatch)).hasMessage("stale-revision {}");
        assertThatThrownBy(() -> VersionPrecondition.expectedVersion(ifMatch, null)).hasMessage("stale-revision {}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "7", "\"7", "7\"", "'7'", "W/7", "latest", "\"7\" 8"})
    void rejectsMalformedTags(String ifMatch) {
        assertThatThrownBy(() -> VersionPrecondition.requireVersion(ifMatch))
                .hasMessageStartingWith("malformed-entity-tag {header=If-Match");
        assertThatThrownBy(() -> VersionPrecondition.expectedVersion(ifMatch, null)).hasMessageStartingWith("malformed-entity-tag");
    }

    @Test
    void requiresPrecondition() {
        assertThatThrownBy(() -> VersionPrecondition.requireVersion(null)).hasMessage("precondition-required {header=If-Match}");
        assertThatThrownBy(() -> VersionPrecondition.expectedVersion(null, null)).hasMessage("precondition-required {header=If-Match}");
        assertThatThrownBy(() -> VersionPrecondition.requireVersion(" * ")).hasMessage("precondition-required {header=If-Match}");
        assertThatThrownBy(() -> VersionPrecondition.expectedVersion(null, "\"7\"")).hasMessage("precondition-required {header=If-Match}");
    }

    @Test
    void expectsNoVersionForCreation() {
        assertThat(VersionPrecondition.expectedVersion(null, " * ")).isEmpty();
        assertThatThrownBy(() -> VersionPrecondition.expectedVersion("\"7\"", "*")).hasMessage("stale-revision {}");
    }
}
