package dev.parlance.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpcStatusTest {

    @ParameterizedTest
    @CsvSource({"400,INVALID_ARGUMENT,3", "401,UNAUTHENTICATED,16", "403,PERMISSION_DENIED,7", "404,NOT_FOUND,5", "408,DEADLINE_EXCEEDED,4",
        "409,ABORTED,10", "412,FAILED_PRECONDITION,9", "416,OUT_OF_RANGE,11", "418,RESOURCE_EXHAUSTED,8", "422,INVALID_ARGUMENT,3",
        "429,RESOURCE_EXHAUSTED,8", "451,FAILED_PRECONDITION,9", "499,CANCELLED,1", "500,INTERNAL,13", "501,UNIMPLEMENTED,12",
        "502,INTERNAL,13", "503,UNAVAILABLE,14", "504,DEADLINE_EXCEEDED,4", "200,OK,0", "302,UNKNOWN,2"})
    void derivesGrpcStatusFromHttpStatus(int httpStatus, GrpcStatus expected, int number) {
        assertThat(GrpcStatus.ofHttpStatus(httpStatus)).isEqualTo(expected);
        assertThat(expected.number()).isEqualTo(number);
    }

    @Test
    void writesMetadataAsStrings() {
        var arguments = new TreeMap<String, Object>(Map.of("limit", 5, "interval", "10s"));
        arguments.put("absent", null);
        var status = new RpcStatus(GrpcStatus.INVALID_ARGUMENT, "Too many orders", "TOO_MANY_NEW_ORDERS", "exchange", arguments,
                new RpcStatus.LocalizedText("de", "Zu viele Orders"), new RpcStatus.HelpLink("-1015", "/codes/exchange/-1015"));
        assertThat(status.toDocument()).isEqualTo(Map.of("code", 3, "message", "Too many orders", "details", List.of(
                Map.of("@type", "type.googleapis.com/google.rpc.ErrorInfo", "reason", "TOO_MANY_NEW_ORDERS", "domain", "exchange",
                        "metadata", Map.of("limit", "5", "interval", "10s")),
                Map.of("@type", "type.googleapis.com/google.rpc.LocalizedMessage", "locale", "de", "message", "Zu viele Orders"),
                Map.of("@type", "type.googleapis.com/google.rpc.Help", "links",
                        List.of(new RpcStatus.HelpLink("-1015", "/codes/exchange/-1015"))))));
    }
}
