package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.Advice;
import dev.parlance.catalog.Audience;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.LifecycleInfo;
import dev.parlance.catalog.Message.Definition;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.RetryHint;
import dev.parlance.catalog.Tags;
import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.PatternValidator;
import dev.parlance.rest.input.ArgumentView;
import dev.parlance.rest.input.Fields;
import dev.parlance.rest.input.TextRules;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a message is, on the wire: as it is read, written and kept in history. */
@Schema(name = "MessageDefinition", requiredProperties = {"reason", "httpStatus"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record DefinitionView(
        @Schema(description = "What the back end sends; the key, where it is left out", maxLength = LONGEST_CODE, examples = "-1015")
        @Nullable String code,
        @Schema(description = "UPPER_SNAKE_CASE, unique in the catalog", pattern = REASON, maxLength = 63) @Nullable String reason,
        @Schema(minimum = "100", maximum = "599", examples = "429") @Nullable Integer httpStatus,
        @Schema(maxItems = MOST_ARGUMENTS) @Nullable List<ArgumentView> arguments,
        @Nullable List<String> tags,
        @Schema(enumeration = {"draft", "active", "deprecated", "retired"}, defaultValue = "active",
                description = "Drafts are not released yet, retired messages not any more") @Nullable String lifecycle,
        @Schema(description = "The key of the message to use instead") @Nullable String replacedBy,
        @Schema(description = "The last day on which it is served (ISO 8601)", examples = "2027-06-30") @Nullable String sunset,
        @Schema(enumeration = {"user", "developer"}, defaultValue = "user", description = "Whom the text may be shown to") @Nullable String audience,
        @Schema(enumeration = {"never", "same-request", "after-delay", "after-fix"}, description = "Whether sending the request again may help")
        @Nullable String retry,
        @Schema(description = "What was asked for may have happened all the same", defaultValue = "false") @Nullable Boolean outcomeUnknown,
        @Schema(description = "Of the text readers see, in characters as readers count them", minimum = "1", maximum = "4000")
        @Nullable Integer lengthLimit) {

    private static final int LONGEST_CODE = 128;
    private static final int LONGEST_EXAMPLE = 200;
    private static final int MOST_ARGUMENTS = 32;
    private static final String REASON = "[A-Z][A-Z0-9_]{0,61}[A-Z0-9]";
    private static final Pattern REASONS = Pattern.compile(REASON);
    private static final Pattern ARGUMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    static DefinitionView of(Definition it) {
        return new DefinitionView(it.code(), it.reason(), it.httpStatus(), ArgumentView.of(it.contract()),
                List.copyOf(it.tags().names()), it.lifecycle().stage().label(),
                it.lifecycle().replacedBy() == null ? null : it.lifecycle().replacedBy().value(),
                it.lifecycle().sunset() == null ? null : it.lifecycle().sunset().toString(), it.advice().audience().label(),
                it.advice().retry() == null ? null : it.advice().retry().label(), it.advice().outcomeUnknown(), it.lengthLimit());
    }

    Definition definition(MessageKey key) {
        var life = new LifecycleInfo(Fields.choice("/lifecycle", Lifecycle.class, lifecycle).orElse(Lifecycle.ACTIVE),
                replacedBy == null ? null : new MessageKey(replacedBy), date());
        var advice = new Advice(Fields.choice("/audience", Audience.class, audience).orElse(Audience.USER),
                Fields.choice("/retry", RetryHint.class, retry).orElse(null), outcomeUnknown == Boolean.TRUE);
        return new Definition(0, code(key), checkedReason(), number("/httpStatus", httpStatus, 100, 599), contract(),
                tags == null ? Tags.NONE : Tags.of(tags), life, advice,
                lengthLimit == null ? null : Integer.valueOf(number("/lengthLimit", lengthLimit, 1, PatternValidator.MAX_TEXT_LENGTH)));
    }

    private String code(MessageKey key) {
        if (code == null) {
            return key.value();
        }
        if (code.isBlank()) {
            throw ProblemType.INVALID_FIELD.with("/code", "value");
        }
        return TextRules.comment("/code", code, LONGEST_CODE);
    }

    private String checkedReason() {
        if (reason == null) {
            throw ProblemType.INVALID_FIELD.with("/reason", "missing");
        }
        if (!REASONS.matcher(reason).matches()) {
            throw ProblemType.INVALID_FIELD.with("/reason", "value");
        }
        return reason;
    }

    private @Nullable LocalDate date() {
        try {
            return sunset == null ? null : LocalDate.parse(sunset);
        } catch (DateTimeParseException e) {
            throw ProblemType.INVALID_FIELD.with("/sunset", "value");
        }
    }

    private ArgumentContract contract() {
        if (arguments == null) {
            return ArgumentContract.EMPTY;
        }
        if (arguments.size() > MOST_ARGUMENTS) {
            throw ProblemType.TOO_MANY_ITEMS.with("/arguments", MOST_ARGUMENTS);
        }
        var names = new HashSet<String>();
        var declared = new ArrayList<Argument>();
        for (int i = 0; i < arguments.size(); i++) {
            var it = arguments.get(i);
            var pointer = "/arguments/" + i;
            if (it.name() == null || !ARGUMENT.matcher(it.name()).matches() || !names.add(it.name())) {
                throw ProblemType.INVALID_FIELD.with(pointer + "/name", it.name() == null ? "missing" : "value");
            }
            declared.add(new Argument(it.name(), type(pointer + "/type", it.type()),
                    TextRules.comment(pointer + "/example", it.example(), LONGEST_EXAMPLE)));
        }
        return new ArgumentContract(declared);
    }

    private static ArgumentType type(String pointer, @Nullable String label) {
        if (label == null) {
            return ArgumentType.STRING;
        }
        try {
            return ArgumentType.of(label);
        } catch (IllegalArgumentException e) {
            throw ProblemType.INVALID_FIELD.with(pointer, "value");
        }
    }

    private static int number(String pointer, @Nullable Integer value, int least, int most) {
        if (value == null || value < least || value > most) {
            throw ProblemType.INVALID_FIELD.with(pointer, value == null ? "missing" : "value");
        }
        return value;
    }
}
