package dev.parlance.rest.http;

import static dev.parlance.publishing.blob.ContentEncoding.BROTLI;
import static dev.parlance.publishing.blob.ContentEncoding.GZIP;
import static dev.parlance.publishing.blob.ContentEncoding.ZSTD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.publishing.blob.ContentEncoding;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {
    private static final Set<ContentEncoding> ALL = EnumSet.of(BROTLI, ZSTD, GZIP);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "gzip|GZIP", "gzip, deflate|GZIP", "gzip, deflate, br, zstd|BROTLI", "zstd, gzip|ZSTD", "x-gzip|GZIP", "GZIP|GZIP", "*|BROTLI",
        "br;q=0.5, gzip|GZIP", "br;q=0.5, gzip;q=0.5|BROTLI", "gzip ; q = 0.001|GZIP", "br;q=0, *;q=0.1|ZSTD", "br;q=0,zstd;q=0,gzip|GZIP",
        "identity, gzip;q=0.2|GZIP", "gzip;q=1.000|GZIP"
    })
    void selectsPreferredCoding(String header, ContentEncoding expected) {
        assertThat(AcceptEncoding.select(header, ALL)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "absent", value = {
        "absent", "''", "' '", "identity", "deflate", "gzip;q=0", "gzip;q=0.000", "*;q=0", "gzip;q=2", "gzip;q=-1", "gzip;q=0.0001",
                "gzip;level=9",
        "gzip;q=١", "日本", ",;,"
    })
    void sendsIdentityIfNoCodingIsAcceptable(@Nullable String header) {
        assertThat(AcceptEncoding.select(header, ALL)).isEmpty();
    }

    @Test
    void selectsOnlyAvailableCodings() {
        assertThat(AcceptEncoding.select("br, gzip;q=0.1", EnumSet.of(GZIP))).contains(GZIP);
        assertThat(AcceptEncoding.select("br", EnumSet.of(GZIP))).isEmpty();
        assertThat(AcceptEncoding.select("gzip", Set.of())).isEmpty();
    }

    @Test
    void readsHeadersThatAreTooLongToBeCached() {
        assertThat(AcceptEncoding.select("x,".repeat(1000) + "zstd", ALL)).contains(ZSTD);
    }
}
