package dev.parlance.rest.http;

import dev.parlance.publishing.release.ContentEncoding;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** {@code Accept-Encoding} (RFC 9110, 12.5.3): of what the caller takes, and we have, the one it likes best; of equals the smallest. */
final class AcceptEncoding {
    private static final int MOST_REMEMBERED = 1000;

    /** Browsers and libraries send few different headers, and each of them with every request. */
    private static final Map<String, Weights> REMEMBERED = new ConcurrentHashMap<>();

    private AcceptEncoding() {
    }

    /** The quality of each content coding. */
    private record Weights(Map<ContentEncoding, Double> named, double others) {
        double of(ContentEncoding encoding) {
            return named.getOrDefault(encoding, others);
        }
    }

    /** @return empty for the bytes as they are, which are always at hand */
    static Optional<ContentEncoding> best(@Nullable String header, Set<ContentEncoding> available) {
        if (header == null || available.isEmpty()) {
            return Optional.empty();
        }
        var weights = weights(header);
        ContentEncoding best = null;
        for (var encoding : available) {
            if (weights.of(encoding) > (best == null ? 0 : weights.of(best))) {
                best = encoding;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Weights weights(String header) {
        var known = REMEMBERED.get(header);
        if (known == null) {
            known = read(header);
            if (REMEMBERED.size() < MOST_REMEMBERED && header.length() < MOST_REMEMBERED) {
                REMEMBERED.put(header, known);
            }
        }
        return known;
    }

    private static Weights read(String header) {
        var named = new EnumMap<ContentEncoding, Double>(ContentEncoding.class);
        double others = 0;
        for (var item : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            var parts = item.split(";", 2);
            var token = parts[0].strip();
            double quality = parts.length < 2 ? 1 : quality(parts[1]);
            if (token.equals("*")) {
                others = quality;
            } else if (token.equals("x-gzip")) {
                named.put(ContentEncoding.GZIP, quality);
            } else {
                ContentEncoding.findByToken(token).ifPresent(it -> named.put(it, quality));
            }
        }
        return new Weights(Map.copyOf(named), others);
    }

    /** What is no quality is none. */
    private static double quality(String parameter) {
        var value = parameter.strip();
        return value.matches("q\\s*=\\s*(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)") ? Double.parseDouble(value.substring(value.indexOf('=') + 1).strip()) : 0;
    }
}
