package dev.parlance.limits;

import java.util.Locale;

/** The limits that keep a replica available, each with its unit and its reason. */
public enum ResourceLimit {
    // --- Requests
    REQUEST_LINE(4096, Unit.BYTES, "The longest URI of the API has 2 KiB; caches and proxies truncate beyond 4 KiB."),
    REQUEST_HEADERS(20 * 1024, Unit.BYTES, "Headers are held in memory until the request ends."),
    REQUEST_BODY(1024 * 1024, Unit.BYTES, "The largest body in use, 500 texts of 1,000 characters, has half a mebibyte."),

    // --- Sign-in
    PASSWORD_CHECKS(2, Unit.REQUESTS, "A check takes a quarter of a second of CPU time, which readers need too."),
    WAITING_SIGN_INS(64, Unit.REQUESTS, "The last of them waits 8 seconds; clients give up after 10."),
    WAITING_SIGN_INS_PER_NETWORK(8, Unit.REQUESTS, "People behind one address sign in at the same time, but rarely more of them."),
    WAITING_KNOWN_SIGN_INS(64, Unit.REQUESTS, "Sign-ins from known devices wait apart from all others, for as long."),
    WAITING_KNOWN_SIGN_INS_PER_ACCOUNT(4, Unit.REQUESTS, "A person signs in on one device at a time."),
    THROTTLED_SIGN_INS(50_000, Unit.ENTRIES, "Two entries per failure; at most 7,200 failures can be checked in a window of 15 minutes.");

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
