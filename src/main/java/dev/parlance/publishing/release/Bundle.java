package dev.parlance.publishing.release;

import com.fasterxml.jackson.core.JsonToken;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * One locale of a release for apps.
 *
 * @param release  the release in which these bytes were made
 * @param messages pattern by key; arguments by their declared names
 */
public record Bundle(String catalog, int release, String locale, SortedMap<String, String> messages) {

    /** The messages alone, in their order. */
    static Map<String, String> readPatterns(byte[] bundle) {
        var patterns = new LinkedHashMap<String, String>();
        CanonicalJson.read(bundle, json -> {
            CanonicalJson.expect(json, JsonToken.START_OBJECT);
            while (!"messages".equals(json.nextFieldName())) {
                json.nextToken();
            }
            CanonicalJson.expect(json, JsonToken.START_OBJECT);
            for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                patterns.put(key, json.nextTextValue());
            }
        });
        return patterns;
    }
}
