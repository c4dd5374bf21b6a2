package dev.parlance.formats;

import dev.parlance.rendering.Argument;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The part of a message definition that a file contains.
 *
 * @param comment    a note for translators, which becomes the description of the source text
 * @param grpcStatus the name of the gRPC status (google.rpc.Code), as written in the file
 * @param arguments  declared arguments in the order of their positions; empty if they are inferred from the texts
 */
public record FileDetails(Optional<String> comment, Optional<String> code, Optional<String> reason, OptionalInt httpStatus,
        Optional<String> grpcStatus, Set<String> tags, List<Argument> arguments, OptionalInt lengthLimit) {
    public static final FileDetails NONE = new FileDetails(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(),
            Set.of(), List.of(), OptionalInt.empty());

    public FileDetails {
        tags = Set.copyOf(tags);
        arguments = List.copyOf(arguments);
    }

    /** Creates details without a gRPC status. */
    public FileDetails(Optional<String> comment, Optional<String> code, Optional<String> reason, OptionalInt httpStatus,
            Set<String> tags, List<Argument> arguments, OptionalInt lengthLimit) {
        this(comment, code, reason, httpStatus, Optional.empty(), tags, arguments, lengthLimit);
    }

    /** Creates details with a comment only. A blank comment counts as absent. */
    public static FileDetails comment(String comment) {
        return comment.isBlank() ? NONE : new FileDetails(Optional.of(comment), Optional.empty(), Optional.empty(), OptionalInt.empty(),
                Set.of(), List.of(), OptionalInt.empty());
    }
}
