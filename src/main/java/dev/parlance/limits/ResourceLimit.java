package dev.parlance.limits;

import java.util.Locale;

/** The limits that keep a replica available, each with its unit and its reason. */
public enum ResourceLimit {
    // --- Requests
    REQUEST_LINE(4096, Unit.BYTES, "The longest URI of the API has 2 KiB; caches and proxies truncate beyond 4 KiB."),
    REQUEST_HEADERS(20 * 1024, Unit.BYTES, "Headers are held in memory until the request ends."),
    REQUEST_BODY(1024 * 1024, Unit.BYTES, "The largest body in use, 500 texts of 1,000 characters, has half a mebibyte."),

    // --- Derived bundles
    COMBINED_BUNDLES(64 * 1024 * 1024, Unit.BYTES,
            "The uncompressed size of several locales in one response. Ten locales of 40,000 messages fit."),
    BUNDLE_RESPONSES(100_000, Unit.ENTRIES, "A safeguard: only canonical URLs have an entry, and they are far fewer."),
    FORMATTED_RESPONSES(heapShare(32, 32 * 1024 * 1024), Unit.BYTES,
            "Responses in client formats on the fast path. The rest of the heap belongs to the catalogs."),
    DERIVED_BUNDLES(heapShare(16, 64 * 1024 * 1024), Unit.BYTES, "Cached derived bundles. The rest of the heap belongs to the catalogs."),
    DERIVED_BUNDLE_REQUESTS(10_000, Unit.ENTRIES, "Derived bundles that were requested once, of which only a hash is kept."),
    DERIVED_RESPONSES(heapShare(8, 64 * 1024 * 1024), Unit.BYTES, "Derived bundles being sent. Slow clients keep them in memory."),
    DERIVATION_THREADS(2, Unit.REQUESTS, "A derivation of the largest bundles takes a few times their size in memory."),
    DERIVATION_QUEUE(16, Unit.REQUESTS, "A derivation takes up to 0.3 s, so the last one in the queue waits about 3 s."),
    STORED_BUNDLE_QUEUE(16, Unit.REQUESTS, "As for derivations. While the database is down, each of them waits for a connection."),
    COMPRESSED_STREAMS(8, Unit.REQUESTS, "Each holds 300 KiB outside the heap. Beyond it, responses are sent uncompressed.");

    /** The unit of a limit, as the metrics name it. */
    public enum Unit {
        BYTES, CONNECTIONS, REQUESTS, ENTRIES, SECONDS;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final long value;
    private final Unit unit;
    private final String reason;

    ResourceLimit(long value, Unit unit, String reason) {
        this.value = value;
        this.unit = unit;
        this.reason = reason;
    }

    /** Returns a fraction of the heap, up to a maximum. */
    private static long heapShare(int divisor, long maximum) {
        return Math.min(maximum, Runtime.getRuntime().maxMemory() / divisor);
    }

    /** Returns the name of the limit in metrics and documentation, such as {@code request-body}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the largest permitted amount, in {@link #unit}. */
    public long value() {
        return value;
    }

    public Unit unit() {
        return unit;
    }

    /** Returns why the limit has this value: one or two sentences. */
    public String reason() {
        return reason;
    }
}
