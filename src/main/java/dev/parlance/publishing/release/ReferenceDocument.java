package dev.parlance.publishing.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One locale of a release with all that is known of its messages: what a snapshot is made from. */
public record ReferenceDocument(String catalog, String locale, List<Entry> messages) {

    /**
     * @param tags   sorted; not written where there are none, as in references made before there were tags
     * @param advice null where there is nothing to say; then it is not written either
     * @param locale of the text: another than the reference's where it fell back
     */
    public record Entry(String key, String code, String reason, int httpStatus, List<ArgumentEntry> arguments,
                 @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> tags,
                 @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PublishedAdvice advice, String locale,
                 String syntax, String text, String description) {

        ArgumentContract toContract() {
            return ReferenceDocument.toContract(arguments);
        }
    }

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
