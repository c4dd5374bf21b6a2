package dev.parlance.rest.input;

import dev.parlance.rendering.ArgumentContract;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A declared argument of a message in JSON. */
@Schema(name = "Argument")
public record ArgumentView(
        @Schema(examples = "limit") String name,
        @Schema(enumeration = {"string", "number", "datetime", "currency"}) String type,
        @Schema(examples = "5") String example) {

    /** Converts the arguments of a contract, in declared order. */
    public static List<ArgumentView> of(ArgumentContract contract) {
        return contract.arguments().stream().map(it -> new ArgumentView(it.name(), it.type().label(), it.example())).toList();
    }
}
