package dev.parlance.publishing.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.parlance.catalog.GrpcStatus;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The complete definitions and texts of one locale of a release, from which a snapshot is loaded. */
public record ReferenceDocument(String catalog, String locale, List<Entry> messages) {

    /**
     * One message with its text in this locale.
     *
     * @param grpcStatus null, and omitted, if it follows from the HTTP status
     * @param tags   sorted; omitted when empty, as in documents written before tags existed
     * @param advice null, and omitted, if there is none
     * @param fileKey the key in files; null, and omitted, if it is the key
     * @param locale locale of the text, which differs from the document's locale after a fallback
     */
    public record Entry(String key, String code, String reason, int httpStatus,
                 @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable GrpcStatus grpcStatus, List<ArgumentEntry> arguments,
                 @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> tags,
                 @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PublishedAdvice advice,
                 @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String fileKey, String locale,
                 String syntax, String text, String description) {

        ArgumentContract toContract() {
            return ReferenceDocument.toContract(arguments);
        }
    }

    /**
     * A declared argument.
     *
     * @param type label of the {@link ArgumentType}
     */
    public record ArgumentEntry(String name, String type, String example) {
    }

    public static List<ArgumentEntry> toEntries(ArgumentContract contract) {
        var entries = new ArrayList<ArgumentEntry>(contract.arguments().size());
        for (var it : contract.arguments()) {
            entries.add(new ArgumentEntry(it.name(), it.type().label(), it.example()));
        }
        return entries;
    }

    public static ArgumentContract toContract(List<ArgumentEntry> entries) {
        return new ArgumentContract(entries.stream().map(it -> new Argument(it.name(), ArgumentType.of(it.type()), it.example())).toList());
    }
}
