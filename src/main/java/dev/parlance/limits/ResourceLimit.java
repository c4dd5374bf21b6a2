package dev.parlance.limits;

import java.util.Locale;

/** The limits that keep a replica available, each with its unit and its reason. */
public enum ResourceLimit {
    // --- Requests
    REQUEST_LINE(4096, Unit.BYTES, "The longest URI of the API has 2 KiB; caches and proxies truncate beyond 4 KiB."),
    REQUEST_HEADERS(20 * 1024, Unit.BYTES, "Headers are held in memory until the request ends."),
    REQUEST_BODY(1024 * 1024, Unit.BYTES, "The largest body in use, 500 texts of 1,000 characters, has half a mebibyte."),
    SMALL_BODY(4096, Unit.BYTES, "Credentials, members and keys are small, and anyone may send credentials."),

    // --- Connections
    CONNECTIONS(heapShare(64 * 1024, 8000), Unit.CONNECTIONS,
            "Each may hold 32 KiB of direct memory. At the limit, the connections that have been idle longest are closed."),
    HEADER_TIME(10, Unit.SECONDS, "A client sends its headers at once; only an attacker sends them slowly."),
    HEADER_BYTES(heapShare(32, 16L * 1024 * 1024), Unit.BYTES, "The incomplete headers of all connections together."),
    HEADER_LINES(100, Unit.ENTRIES, "A line takes 150 bytes of heap in addition to its text. Browsers send about twenty."),
    HELD_REQUESTS(heapShare(16, 32 * 1024 * 1024), Unit.BYTES,
            "Requests that wait behind another one, and headers over 8 KiB, until the response is complete."),
    PIPELINED_REQUESTS(32, Unit.REQUESTS,
            "Requests that wait on one connection. Browsers do not pipeline; beyond the limit, the connection is closed."),
    RESPONSE_BYTES(heapShare(8, 64L * 1024 * 1024), Unit.BYTES,
            "Bodies waiting to be sent, except published bundles. At the limit, the oldest one of the network with the most is dropped."),
    SLOW_RESPONSES(2000, Unit.CONNECTIONS,
            "Connections whose client reads too slowly. At the limit, the oldest one of the busiest network is closed."),
    RECEIVE_RATE(1024, Unit.BYTES_PER_SECOND, "The slowest mobile networks still deliver 2 KiB/s; a slower client is disconnected."),
    EVENT_STREAMS(heapShare(128 * 1024, 4000), Unit.CONNECTIONS, "Half of all connections, so that requests always find one."),
    EVENT_STREAMS_PER_NETWORK(heapShare(512 * 1024, 1000), Unit.CONNECTIONS,
            "A quarter of all streams, per IPv4 address or IPv6 /64 prefix, because streams may stay open indefinitely."),

    // --- Bodies
    BODY_BYTES(heapShare(32, 32L * 1024 * 1024), Unit.BYTES,
            "Bodies over 16 KiB, from their first byte to the response. Parsed, a body takes about ten times its size."),
    WAITING_BODIES(2000, Unit.REQUESTS,
            "Requests whose body is incomplete. At the limit, the oldest one of the busiest network is rejected."),
    WAITING_BODIES_PER_ADDRESS(200, Unit.REQUESTS, "As above, per IPv4 address or IPv6 /64 prefix."),
    SMALL_BODY_TIME(10, Unit.SECONDS, "A body of up to 16 KiB fits into a few packets."),
    BODY_TIME(30, Unit.SECONDS, "A mebibyte takes half a minute at 35 KiB/s."),

    // --- Sign-in
    PASSWORD_CHECKS(2, Unit.REQUESTS, "A check takes a quarter of a second of CPU time, which readers need too."),
    WAITING_SIGN_INS(64, Unit.REQUESTS, "The last of them waits 8 seconds; clients typically give up after 10."),
    WAITING_SIGN_INS_PER_NETWORK(8, Unit.REQUESTS, "People behind one address may sign in at the same time, but rarely more than eight."),
    WAITING_KNOWN_SIGN_INS(64, Unit.REQUESTS, "Sign-ins from known devices have a queue of their own, as long as that of the others."),
    WAITING_KNOWN_SIGN_INS_PER_ACCOUNT(4, Unit.REQUESTS, "A person signs in on one device at a time."),
    THROTTLED_SIGN_INS(50_000, Unit.ENTRIES, "Three entries per failure; at most 7,200 failures can be checked in a window of 15 minutes."),

    // --- Rate limits
    RATE_LIMITED_CLIENTS(50_000, Unit.ENTRIES,
            "Clients whose requests are counted, in 150 bytes each. Beyond the limit, the count of a rare client starts again."),

    // --- Derived bundles
    COMBINED_BUNDLES(64 * 1024 * 1024, Unit.BYTES,
            "The uncompressed size of several locales in one response. Ten locales of 40,000 messages fit."),
    BUNDLE_RESPONSES(100_000, Unit.ENTRIES, "A safeguard: only canonical URLs have an entry, and they are far fewer."),
    FORMATTED_RESPONSES(heapShare(32, 32 * 1024 * 1024), Unit.BYTES,
            "Responses in client formats on the fast path. The rest of the heap belongs to the catalogs."),
    DERIVED_BUNDLES(heapShare(16, 64 * 1024 * 1024), Unit.BYTES, "Cached derived bundles. The rest of the heap belongs to the catalogs."),
    DRAFT_SNAPSHOTS(heapShare(32, 64 * 1024 * 1024), Unit.BYTES,
            "Cached drafts for `channel=draft`, by their estimated size. The rest of the heap belongs to the catalogs."),
    DERIVED_BUNDLE_REQUESTS(10_000, Unit.ENTRIES, "Derived bundles that were requested once, of which only a hash is kept."),
    DERIVED_RESPONSES(heapShare(8, 64 * 1024 * 1024), Unit.BYTES,
            "Derived bundles being sent. At the limit, the oldest one of the network with the most is dropped."),
    DERIVATION_THREADS(2, Unit.REQUESTS, "A derivation of the largest bundles takes a few times their size in memory."),
    DERIVATION_QUEUE(16, Unit.REQUESTS, "A derivation takes up to 0.3 s, so the last one in the queue waits about 3 s."),
    STORED_BUNDLE_QUEUE(16, Unit.REQUESTS, "As for derivations. While the database is down, each of them waits for a connection."),
    COMPRESSED_STREAMS(8, Unit.REQUESTS, "Each takes 300 KiB outside the heap. Beyond the limit, responses are sent uncompressed."),

    // --- Imports
    IMPORT_UPLOAD(20 * 1024 * 1024, Unit.BYTES,
            "A file or archive, which waits on disk. 100,000 messages in ten languages take 8 MB as ZIP."),
    IMPORT_UPLOADS(8, Unit.REQUESTS, "Uploads at a time. Together they take at most 160 MiB of disk."),
    IMPORT_UPLOAD_TIME(120, Unit.SECONDS, "20 MiB take two minutes at 175 KiB/s."),
    IMPORT_FILE(20 * 1024 * 1024, Unit.BYTES, "A file of an archive. It is parsed in memory, in about ten times its size."),
    IMPORT_FILES(10_000, Unit.ENTRIES, "Files of an archive. The largest known project has about 3,000."),
    IMPORT_EXPANDED(256 * 1024 * 1024, Unit.BYTES, "All files of an archive together, against archives that expand to gigabytes."),
    IMPORT_MESSAGES(100_000, Unit.ENTRIES, "Messages of a file. The largest catalogs that are planned for have as many."),
    IMPORT_THREADS(2, Unit.REQUESTS, "Imports at a time. Each may hold one parsed file in memory and keep a processor busy for minutes."),
    IMPORT_QUEUE(8, Unit.REQUESTS, "Imports that wait. The next one is answered 503."),

    EXPORTS(2, Unit.REQUESTS, "An export holds all texts of its locales in memory, up to half a gibibyte for a million texts."),

    // --- Comments
    COMMENT_LENGTH(2000, Unit.CHARACTERS, "A comment is a remark; a page of the list still has a hundred of them."),
    COMMENTS(1000, Unit.ENTRIES, "Comments on one message, against clients that add them in a loop."),
    MENTIONS(20, Unit.ENTRIES, "People whom one comment mentions. Each has a row of its own."),
    PRESENT_PEOPLE(500, Unit.ENTRIES, "People in one draft. Each stream begins with all of them, and each poll reads them."),

    // --- Webhooks
    WEBHOOKS(20, Unit.ENTRIES, "Webhooks of a catalog. Each event is stored once for each of them."),
    WEBHOOK_REQUESTS(16, Unit.REQUESTS, "Requests to webhooks at a time. Each has a thread and takes at most 15 seconds by default."),

    // --- Usage
    USAGE_COUNTS(100_000, Unit.ENTRIES, "Distinct counts in memory, 15 MB. Beyond the limit, names are counted together for a minute."),
    UNKNOWN_NAMES(10_000, Unit.ENTRIES, "Unknown keys, codes and locales that are counted separately in a day. Clients choose them."),
    UNKNOWN_NAMES_PER_CATALOG(1000, Unit.ENTRIES, "As above, for each catalog. The others are counted together."),

    // --- Responses
    SEARCHES(8, Unit.REQUESTS, "A search with few matches compares many texts; more searches at a time would delay all other reads."),
    RECOGNITIONS(4, Unit.REQUESTS, "A long text or a batch keeps a processor busy; other requests are recognised in microseconds. "
            + "So does the first recognition in a release."),
    RECOGNITION_INDEXES(heapShare(4, 512L * 1024 * 1024), Unit.BYTES,
            "Indexes for recognition, by their estimated size. The rest of the heap belongs to the catalogs."),
    RENDERED_TEXT(16 * 1024 * 1024, Unit.BYTES, "Batches are rendered in memory before they are sent. A typical batch takes 30 KB."),
    RENDER_RESPONSE(4 * 1024 * 1024, Unit.BYTES, "A rendered text may have 65,536 characters, so 500 of them need a common limit."),
    CHECK_RESPONSE(4 * 1024 * 1024, Unit.BYTES, "A check lists up to 20 findings for each text, and 500 texts are checked at a time."),
    PAGE(1024 * 1024, Unit.BYTES, "Texts may have 4,000 characters, so 500 messages would take up to 17 MB. A page ends early instead."),
    RELEASE_COMPARISONS(2, Unit.REQUESTS, "A comparison reads up to two bundles of each locale and keeps a processor busy."),
    DRIFT_COMPARISONS(2, Unit.REQUESTS, "A page of drift checks up to 10,000 texts, which keeps a processor busy for a second."),
    REVERTED_CHANGES(10_000, Unit.ENTRIES, "A selection is reverted in one transaction, which holds its changes in memory.");

    /** The unit of a limit, as the metrics name it. */
    public enum Unit {
        BYTES, BYTES_PER_SECOND, CHARACTERS, CONNECTIONS, REQUESTS, ENTRIES, SECONDS;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final long value;
    private final Unit unit;
    private final String rule;
    private final String reason;

    /** A limit that grows with the maximum heap: one part of {@code divisor}, up to a maximum. */
    private record HeapShare(long divisor, long maximum) {
    }

    ResourceLimit(long value, Unit unit, String reason) {
        this.value = value;
        this.unit = unit;
        this.rule = Long.toString(value);
        this.reason = reason;
    }

    ResourceLimit(HeapShare share, Unit unit, String reason) {
        this.value = Math.min(share.maximum(), Runtime.getRuntime().maxMemory() / share.divisor());
        this.unit = unit;
        this.rule = "heap / " + share.divisor() + ", at most " + share.maximum();
        this.reason = reason;
    }

    private static HeapShare heapShare(long divisor, long maximum) {
        return new HeapShare(divisor, maximum);
    }

    /** Returns the name of the limit in metrics and documentation, such as {@code request-body}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the maximum amount, in {@link #unit}. */
    public long value() {
        return value;
    }

    public Unit unit() {
        return unit;
    }

    /** Returns how the value is determined, such as {@code heap / 8, at most 67108864}. */
    public String rule() {
        return rule;
    }

    /** Returns why the limit has this value: one or two sentences. */
    public String reason() {
        return reason;
    }
}
