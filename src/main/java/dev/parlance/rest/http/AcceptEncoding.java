package dev.parlance.rest.http;

import dev.parlance.locales.BoundedCache;
import dev.parlance.publishing.blob.ContentEncoding;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Content negotiation by {@code Accept-Encoding} (RFC 9110, 12.5.3).
 *
 * <p>Selects the available coding with the highest quality. Of equal qualities, the first available one wins, which compresses best.
 */
public final class AcceptEncoding {
    private static final int LONGEST_CACHED_HEADER = 1000;

    /** Clients send few distinct headers, each with every request. */
    private static final BoundedCache<String, CodingQualities> CACHE = new BoundedCache<>();

    private AcceptEncoding() {
    }

    /** The quality of each content coding. */
    private record CodingQualities(Map<ContentEncoding, Double> byCoding, double other) {
        double qualityOf(ContentEncoding encoding) {
            return byCoding.getOrDefault(encoding, other);
        }
    }

    /** Returns the coding to use; empty for the identity coding, which is always available. */
    public static Optional<ContentEncoding> select(@Nullable String header, Collection<ContentEncoding> available) {
        if (header == null || available.isEmpty()) {
            return Optional.empty();
        }
        var qualities = cachedQualities(header);
        ContentEncoding best = null;
        for (var encoding : available) {
            if (qualities.qualityOf(encoding) > (best == null ? 0 : qualities.qualityOf(best))) {
                best = encoding;
            }
        }
        return Optional.ofNullable(best);
    }

    private static CodingQualities cachedQualities(String header) {
        return header.length() > LONGEST_CACHED_HEADER ? parse(header) : CACHE.get(header, AcceptEncoding::parse);
    }

    private static CodingQualities parse(String header) {
        var byCoding = new EnumMap<ContentEncoding, Double>(ContentEncoding.class);
        double otherQuality = 0;
        for (var item : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            var parts = item.split(";", 2);
            var token = parts[0].strip();
            double quality = parts.length < 2 ? 1 : parseQuality(parts[1]);
            if (token.equals("*")) {
                otherQuality = quality;
            } else if (token.equals("x-gzip")) {
                byCoding.put(ContentEncoding.GZIP, quality);
            } else {
                ContentEncoding.findByToken(token).ifPresent(it -> byCoding.put(it, quality));
            }
        }
        return new CodingQualities(Map.copyOf(byCoding), otherQuality);
    }

    /** Returns the quality of a parameter; 0 if it is invalid. */
    private static double parseQuality(String parameter) {
        var value = parameter.strip();
        return value.matches("q\\s*=\\s*(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")
                ? Double.parseDouble(value.substring(value.indexOf('=') + 1).strip()) : 0;
    }
}
