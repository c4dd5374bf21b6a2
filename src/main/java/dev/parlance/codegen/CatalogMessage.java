package dev.parlance.codegen;

import dev.parlance.rendering.Argument;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A message as the generators see it.
 *
 * @param code       the key, if the source does not specify a code
 * @param reason     empty if the source has no reasons
 * @param httpStatus empty if the source has none
 * @param grpcStatus the name of the gRPC status (google.rpc.Code); empty if the source has none
 * @param text       the source text as typed, for comments
 */
public record CatalogMessage(String key, String code, Optional<String> reason, OptionalInt httpStatus, Optional<String> grpcStatus,
        String text, String description, List<Argument> arguments) {
    public CatalogMessage {
        arguments = List.copyOf(arguments);
    }

    /** Returns the name from which identifiers are made. Reasons are stable and readable; keys are often numbers. */
    String symbolicName() {
        return reason.orElse(key);
    }

    /** Returns the paragraphs of the documentation: the text, the description if it says more, and the wire values. */
    List<String> documentation() {
        var facts = "Key " + key + (code.equals(key) ? "" : ", code " + code) + reason.map(it -> ", reason " + it).orElse("")
                + (httpStatus.isPresent() ? ", HTTP status " + httpStatus.getAsInt() : "")
                + grpcStatus.map(it -> ", gRPC status " + it).orElse("") + ".";
        return description.isBlank() || description.equals(text) ? List.of(text, facts) : List.of(text, description, facts);
    }
}
