package dev.parlance.limits;

import java.util.Locale;

/** The limits that keep a replica available, each with its unit and its reason. */
public enum ResourceLimit {
    // --- Requests
    REQUEST_LINE(4096, Unit.BYTES, "The longest URI of the API has 2 KiB; caches and proxies truncate beyond 4 KiB."),
    REQUEST_HEADERS(20 * 1024, Unit.BYTES, "Headers are held in memory until the request ends."),
    REQUEST_BODY(1024 * 1024, Unit.BYTES, "The largest body in use, 500 texts of 1,000 characters, has half a mebibyte."),

    // --- Answers
    SEARCHES(8, Unit.REQUESTS, "A search that matches little compares many texts; more at a time would delay all other reads."),
    RENDERED_TEXT(16 * 1024 * 1024, Unit.BYTES, "Batches are rendered in memory before they are sent; a usual one takes 30 KB."),
    RENDER_RESPONSE(4 * 1024 * 1024, Unit.BYTES, "A text may have 64 KiB when rendered, so 500 of them need a common limit."),
    CHECK_RESPONSE(4 * 1024 * 1024, Unit.BYTES, "A check lists up to 20 findings for each text, and 500 texts are checked at a time."),
    PAGE(1024 * 1024, Unit.BYTES, "Texts may have 4,000 characters; a page of 500 ends early rather than take 17 MB."),
    RELEASE_COMPARISONS(2, Unit.REQUESTS, "A comparison reads up to two bundles of each locale and keeps a processor busy.");

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
