package dev.parlance.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Contradictions between the HTTP status of a message and its gRPC status or its advice on retries.
 *
 * <p>A client that knows only the status follows RFC 9110 and RFC 6585: it does not repeat a request that is wrong, and repeats one that
 * came too early. Other advice reaches only clients that read the message, so the two kinds of clients behave differently.
 */
final class AdviceConflicts {
    /** The request itself is wrong, whenever it is sent. */
    private static final Set<Integer> WRONG_REQUEST = Set.of(400, 401, 403, 404, 405, 406, 410, 411, 413, 414, 415, 416, 422, 431, 501,
            505);
    /** The same request may succeed later. */
    private static final Set<Integer> TOO_EARLY = Set.of(425, 429, 503);
    private static final Set<String> REPEAT = Set.of("same-request", "after-delay");

    private AdviceConflicts() {
    }

    static List<DriftItem> find(DriftCatalog catalog, DriftMessage message) {
        var items = new ArrayList<DriftItem>();
        if (!message.grpcStatus().agrees() || message.retry().filter(it -> contradicts(message.httpStatus(), it)).isPresent()) {
            items.add(item(message, describe(message)));
        }
        // Each pair is reported once, for the later message.
        for (var key : catalog.withCode().apply(message.code())) {
            if (key.equals(message.key())) {
                break;
            }
            var other = catalog.find().apply(key).orElseThrow();
            if (other.httpStatus() != message.httpStatus() || !other.grpcStatus().equals(message.grpcStatus())
                    || !other.retry().equals(message.retry())) {
                items.add(item(message, "code " + message.code() + ": " + describe(message) + "; " + key + ": " + describe(other)));
                break;
            }
        }
        return items;
    }

    private static boolean contradicts(int status, String retry) {
        return WRONG_REQUEST.contains(status) && REPEAT.contains(retry) || TOO_EARLY.contains(status) && !REPEAT.contains(retry);
    }

    private static DriftItem item(DriftMessage message, String what) {
        return DriftItem.of(DriftKind.ADVICE, message.key(), Optional.empty(), what);
    }

    private static String describe(DriftMessage message) {
        return "httpStatus " + message.httpStatus() + ", grpcStatus " + message.grpcStatus().name()
                + ", retry " + message.retry().orElse("unknown");
    }
}
