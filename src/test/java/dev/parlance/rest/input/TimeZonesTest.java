package dev.parlance.rest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {

    @ParameterizedTest
    @CsvSource({"Europe/Warsaw,Europe/Warsaw", "Asia/Tokyo,Asia/Tokyo", "UTC,UTC", "+02:00,+02:00", "-1130,-11:30", "Z,Z"})
    void findsNamesAndOffsets(String value, String id) {
        assertThat(TimeZones.parseParameter("tz", value).getId()).isEqualTo(id);
        assertThat(TimeZones.parseField("/tz", value).getId()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"europe/warsaw", "Europe/Nowhere", "UTC+2", "GMT+02:00", "02:00", "+19:00", "القاهرة", "東京", "../etc"})
    void rejectsOtherZones(String value) {
        assertThatThrownBy(() -> TimeZones.parseParameter("tz", value)).hasMessageStartingWith("invalid-parameter {parameter=tz, value="
                + value + ",");
        assertThatThrownBy(() -> TimeZones.parseField("/tz", value))
                .hasMessage("invalid-field {pointer=/tz, expected=value, example=Europe/Paris, UTC, +02:00}");
    }

    @Test
    void defaultsToUtc() {
        assertThat(TimeZones.parseParameter("tz", null)).isEqualTo(ZoneOffset.UTC);
        assertThat(TimeZones.parseField("/tz", null)).isEqualTo(ZoneOffset.UTC);
    }
}
