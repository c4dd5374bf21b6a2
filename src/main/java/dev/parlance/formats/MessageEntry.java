package dev.parlance.formats;

import dev.parlance.rendering.ArgumentContract;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A message in a file, without its texts.
 *
 * @param grpcStatus the name of the gRPC status (google.rpc.Code); empty if it follows from the HTTP status
 */
public record MessageEntry(String key, String code, String reason, int httpStatus, Optional<String> grpcStatus, ArgumentContract contract,
        SortedSet<String> tags) {
    public MessageEntry {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /** Creates a message whose gRPC status follows from its HTTP status. */
    public MessageEntry(String key, String code, String reason, int httpStatus, ArgumentContract contract, SortedSet<String> tags) {
        this(key, code, reason, httpStatus, Optional.empty(), contract, tags);
    }
}
