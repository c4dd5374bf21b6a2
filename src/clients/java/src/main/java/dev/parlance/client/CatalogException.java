package dev.parlance.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An error of a back end that is shown to users by a message of the catalog. Adapters turn it into a localized response. */
public class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final int status;
    private final transient Map<String, Object> arguments;

    /**
     * @param status    HTTP status of the response
     * @param key       key of the message
     * @param arguments by name, as for {@link Parlance#text(String, Map)}
     */
    public CatalogException(int status, String key, Map<String, ?> arguments) {
        super(key + " " + arguments);
        this.status = status;
        this.key = key;
        this.arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    public int status() {
        return status;
    }

    public String key() {
        return key;
    }

    public Map<String, Object> arguments() {
        return arguments == null ? Collections.emptyMap() : arguments;
    }
}
