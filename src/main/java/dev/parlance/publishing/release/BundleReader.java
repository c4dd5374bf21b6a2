package dev.parlance.publishing.release;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Streams the patterns of a compressed bundle, sorted by key, in constant memory.
 *
 * <p>The digest is not verified, because a reader may stop early. Do not deliver what it returns as a bundle.
 */
final class BundleReader implements ReleaseDiff.PatternSource {
    private final JsonParser json;
    private @Nullable String nextKey;

    /** @throws UncheckedIOException here and in {@link #next} if the bytes are not a compressed bundle */
    BundleReader(byte[] gzip) {
        try {
            this.json = CanonicalJson.open(new GZIPInputStream(new ByteArrayInputStream(gzip)));
            CanonicalJson.expect(json, JsonToken.START_OBJECT);
            while (!"messages".equals(json.nextFieldName())) {
                json.nextToken();
            }
            CanonicalJson.expect(json, JsonToken.START_OBJECT);
            this.nextKey = json.nextFieldName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        return nextKey != null;
    }

    @Override
    public Map.Entry<String, String> next() {
        var key = nextKey;
        if (key == null) {
            throw new NoSuchElementException();
        }
        try {
            var entry = Map.entry(key, json.nextTextValue());
            nextKey = json.nextFieldName();
            return entry;
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
