package dev.parlance.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.GrpcStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RpcStatusTest {

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
