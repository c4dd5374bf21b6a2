package dev.parlance.rest.problem;

import dev.parlance.catalog.GrpcStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code google.rpc.Status} in the JSON form of Protocol Buffers, as APIs of Google return it (AIP-193).
 *
 * @param message  text for developers
 * @param reason   in upper snake case
 * @param domain   the catalog
 * @param metadata the arguments of the message by name
 * @param text     the text for the reader
 * @param help     the page that explains the code
 */
public record RpcStatus(GrpcStatus code, String message, String reason, String domain,
        Map<String, ? extends @Nullable Object> metadata, LocalizedText text, HelpLink help) {
    public static final String MEDIA_TYPE = "application/vnd.google.rpc.status+json";

    private static final String TYPE = "@type";
    private static final String TYPE_PREFIX = "type.googleapis.com/google.rpc.";
    private static final String MESSAGE = "message";

    public record LocalizedText(String locale, String message) {
    }

    public record HelpLink(String description, String url) {
    }

    /** Returns the members of the JSON document. All values of the metadata are strings, as their type in Protocol Buffers requires. */
    public Map<String, Object> toDocument() {
        var values = new LinkedHashMap<String, String>();
        metadata.forEach((name, value) -> {
            if (value != null) {
                values.put(name, value.toString());
            }
        });
        var document = new LinkedHashMap<String, Object>();
        document.put("code", code.number());
        document.put(MESSAGE, message);
        document.put("details", List.of(
                detail("ErrorInfo", "reason", reason, "domain", domain, "metadata", values),
                detail("LocalizedMessage", "locale", text.locale(), MESSAGE, text.message()),
                detail("Help", "links", List.of(help))));
        return document;
    }

    private static Map<String, Object> detail(String type, Object... members) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put(TYPE, TYPE_PREFIX + type);
        for (int i = 0; i < members.length; i += 2) {
            detail.put((String) members[i], members[i + 1]);
        }
        return detail;
    }
}
