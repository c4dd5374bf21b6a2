package dev.parlance.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The body of a request, with the members that Standard Webhooks recommends: {@code type}, {@code timestamp}, {@code data}. */
final class EventPayload {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EventPayload() {
    }

    static String newMessageId() {
        return "msg_" + UUID.randomUUID().toString().replace("-", "");
    }

    static String toJson(String type, Instant timestamp, Map<String, Object> data) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", type);
        members.put("timestamp", timestamp.toString());
        members.put("data", data);
        try {
            return MAPPER.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
