package dev.parlance.publishing.release;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Predicate;

/**
 * A streaming reader of the patterns of a bundle, in the order of their keys.
 *
 * <p>A bundle parsed into a map would take many times its size in memory.
 *
 * <p>All methods throw {@link UncheckedIOException} if the bytes are not a bundle.
 */
public final class PatternReader implements AutoCloseable {
    private final JsonParser json;
    private final Predicate<String> keys;
    private String key = "";
    private boolean ended;

    /**
     * Opens a bundle before its first pattern.
     *
     * @param keys accepts the keys to read; the others are skipped
     */
    public PatternReader(byte[] bundle, Predicate<String> keys) {
        this(new ByteArrayInputStream(bundle), keys);
    }

    PatternReader(InputStream bundle, Predicate<String> keys) {
        this.keys = keys;
        try {
            json = CanonicalJson.open(bundle);
            CanonicalJson.expect(json, JsonToken.START_OBJECT);
            for (var name = json.nextFieldName(); !"messages".equals(name); name = json.nextFieldName()) {
                if (name == null) {
                    throw new IOException("a bundle without messages");
                }
                json.nextToken();
            }
            CanonicalJson.expect(json, JsonToken.START_OBJECT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the number of the release in which a bundle was created. */
    public static int releaseOf(byte[] bundle) {
        var release = new int[1];
        CanonicalJson.read(bundle, json -> {
            while (!"release".equals(json.nextFieldName())) {
                if (json.currentToken() == null || json.currentToken() == JsonToken.END_OBJECT) {
                    throw new IOException("a bundle without a release");
                }
            }
            release[0] = json.nextIntValue(0);
        });
        return release[0];
    }

    /** Advances to the next accepted pattern; returns false after the last one. */
    public boolean next() {
        if (ended) {
            return false;
        }
        try {
            for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                CanonicalJson.expect(json, JsonToken.VALUE_STRING);
                if (keys.test(name)) {
                    key = name;
                    return true;
                }
            }
            ended = true;
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String key() {
        return key;
    }

    public String pattern() {
        try {
            return json.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
