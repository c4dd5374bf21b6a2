package dev.parlance.rest.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTraceTest {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(strings = {"00-" + TRACE_ID + "-00f067aa0ba902b7-01", "00-" + TRACE_ID + "-00f067aa0ba902b7-00",
            "cc-" + TRACE_ID + "-00f067aa0ba902b7-01", "cc-" + TRACE_ID + "-00f067aa0ba902b7-01-future"})
    void takesValidTraceId(String traceParent) {
        assertThat(RequestTrace.parse(traceParent, null).traceId()).isEqualTo(TRACE_ID);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"00-" + TRACE_ID + "-00f067aa0ba902b7", "00-" + TRACE_ID + "-00f067aa0ba902b7-01-more",
            "00-" + TRACE_ID + "-00f067aa0ba902b7-01x", "cc-" + TRACE_ID + "-00f067aa0ba902b7-01x",
            "ff-" + TRACE_ID + "-00f067aa0ba902b7-01", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-" + TRACE_ID + "-0000000000000000-01", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "00-" + TRACE_ID + "\n-0f067aa0ba902b7-01", "cc-" + TRACE_ID + "-00f067aa0ba902b7-01-\nforged"})
    void replacesInvalidTraceId(String traceParent) {
        assertThat(RequestTrace.parse(traceParent, null).traceId()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE_ID);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"a b", "a\nb", "\u202eabc", "a=b", "é", "{\"a\":1}"})
    void replacesInvalidRequestId(String requestId) {
        assertThat(RequestTrace.parse(null, requestId).requestId()).matches("[0-9a-f]{16}");
    }

    @Test
    void limitsLengthOfRequestId() {
        assertThat(RequestTrace.parse(null, "a".repeat(64)).requestId()).isEqualTo("a".repeat(64));
        assertThat(RequestTrace.parse(null, "a".repeat(65)).requestId()).hasSize(16);
    }

    @Test
    void createsDifferentIds() {
        assertThat(IntStream.range(0, 1000).mapToObj(it -> RequestTrace.parse(null, null).traceId()).distinct()).hasSize(1000);
    }
}
