package dev.parlance.rest.input;

import dev.parlance.errorbody.ErrorMembers;
import dev.parlance.errorbody.MemberPointer;
import dev.parlance.problems.ProblemType;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of {@link ErrorMembers}. A list that is absent has the default pointers. */
@Schema(name = "ErrorMembers", description = "Members of error bodies by JSON pointers (RFC 6901). A segment `*` stands for each element "
        + "of an array. The first member that exists is used")
public record ErrorMembersView(
        @Schema(description = "Strings or numbers", maxItems = ErrorMembers.MAX_POINTERS, defaultValue = "[\"/code\"]",
                examples = "[\"/error/code\"]") @Nullable List<String> code,
        @Schema(description = "Texts that are replaced", maxItems = ErrorMembers.MAX_POINTERS,
                defaultValue = "[\"/msg\", \"/message\", \"/detail\", \"/title\"]", examples = "[\"/errors/*/message\"]")
        @Nullable List<String> text,
        @Schema(description = "Arguments of a body without a text: an array by position, or an object by name",
                maxItems = ErrorMembers.MAX_POINTERS, defaultValue = "[\"/arguments\", \"/args\"]") @Nullable List<String> arguments) {
    private static final String FIELD = "/errorMembers";
    /** The standard that pointers follow, and what is allowed besides. */
    private static final String ALLOWED = "RFC 6901, *";
    private static final String EXAMPLE = "/errors/*/message";

    /** Returns the JSON form; for null, that of the default members. */
    public static ErrorMembersView of(@Nullable ErrorMembers members) {
        var it = members == null ? ErrorMembers.DEFAULT : members;
        return new ErrorMembersView(values(it.code()), values(it.text()), values(it.arguments()));
    }

    private static List<String> values(List<MemberPointer> pointers) {
        return pointers.stream().map(MemberPointer::value).toList();
    }

    /**
     * Parses the field {@code errorMembers} of a body.
     *
     * @return null for an absent field and for the default members
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_FIELD} for an invalid pointer,
     *         {@link ProblemType#TOO_MANY_ITEMS}
     */
    public static @Nullable ErrorMembers parse(@Nullable ErrorMembersView it) {
        if (it == null) {
            return null;
        }
        var members = new ErrorMembers(parse(FIELD + "/code", it.code, ErrorMembers.DEFAULT.code()),
                parse(FIELD + "/text", it.text, ErrorMembers.DEFAULT.text()),
                parse(FIELD + "/arguments", it.arguments, ErrorMembers.DEFAULT.arguments()));
        return members.equals(ErrorMembers.DEFAULT) ? null : members;
    }

    private static List<MemberPointer> parse(String field, @Nullable List<String> values, List<MemberPointer> defaults) {
        if (values == null) {
            return defaults;
        }
        if (values.size() > ErrorMembers.MAX_POINTERS) {
            throw ProblemType.TOO_MANY_ITEMS.with(field, ErrorMembers.MAX_POINTERS);
        }
        return IntStream.range(0, values.size()).mapToObj(it -> MemberPointer.find(values.get(it))
                .orElseThrow(() -> ProblemType.INVALID_FIELD.with(field + "/" + it, "value", ALLOWED, EXAMPLE))).toList();
    }
}
