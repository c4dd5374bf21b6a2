package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.catalog.Advice;
import dev.parlance.catalog.Audience;
import dev.parlance.catalog.GrpcStatus;
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
import dev.parlance.rest.input.DateFields;
import dev.parlance.rest.input.JsonFields;
import dev.parlance.rest.input.TextInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of a message definition, in requests, responses and the history. */
@Schema(name = "MessageDefinition", requiredProperties = {"reason", "httpStatus"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record DefinitionView(
        @Schema(description = "Code that the back end sends; the key if omitted", maxLength = MAX_CODE_LENGTH, examples = "-1015")
        @Nullable String code,
        @Schema(description = "UPPER_SNAKE_CASE, unique in the catalog", pattern = REASON_REGEX, maxLength = 63) @Nullable String reason,
        @Schema(minimum = "100", maximum = "599", examples = "429") @Nullable Integer httpStatus,
        @Schema(description = "gRPC status (google.rpc.Code); absent if it is derived from the HTTP status",
                examples = "FAILED_PRECONDITION", enumeration = {"OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED",
                    "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED",
                    "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED"})
        @Nullable String grpcStatus,
        @Schema(maxItems = MAX_ARGUMENTS) @Nullable List<ArgumentView> arguments,
        @Nullable List<String> tags,
        @Schema(enumeration = {"draft", "active", "deprecated", "retired"}, defaultValue = "active",
                description = "Draft and retired messages are not released") @Nullable String lifecycle,
        @Schema(description = "Key of the message to use instead") @Nullable String replacedBy,
        @Schema(description = "Last day on which the message is served (ISO 8601), in the years 1 to 9999", examples = "2027-06-30")
        @Nullable String sunset,
        @Schema(enumeration = {"user", "developer"}, defaultValue = "user", description = "Readers the text may be shown to")
        @Nullable String audience,
        @Schema(enumeration = {"never", "same-request", "after-delay", "after-fix"}, description = "Whether repeating the request may help")
        @Nullable String retry,
        @Schema(description = "The request may have taken effect despite the error", defaultValue = "false")
        @Nullable Boolean outcomeUnknown,
        @Schema(description = "Maximum length of the rendered text, in grapheme clusters", minimum = "1", maximum = "4000")
        @Nullable Integer lengthLimit,
        @Schema(description = "Key in files, if it is not a valid message key", maxLength = MAX_FILE_KEY_LENGTH, examples = "Sign in…")
        @Nullable String fileKey) {

    private static final String TYPES = Arrays.stream(ArgumentType.values()).map(ArgumentType::label).collect(Collectors.joining(", "));
    private static final int MAX_CODE_LENGTH = 128;
    private static final int MAX_FILE_KEY_LENGTH = 1000;
    private static final int MAX_EXAMPLE_LENGTH = 200;
    private static final int MAX_ARGUMENTS = 32;
    private static final String REASON_REGEX = "[A-Z][A-Z0-9_]{0,61}[A-Z0-9]";
    private static final Pattern REASON_PATTERN = Pattern.compile(REASON_REGEX);
    private static final Pattern ARGUMENT_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    static DefinitionView of(Definition it) {
        return new DefinitionView(it.code(), it.reason(), it.httpStatus(), it.grpcStatus() == null ? null : it.grpcStatus().label(),
                ArgumentView.of(it.contract()), List.copyOf(it.tags().names()), it.lifecycle().stage().label(),
                it.lifecycle().replacedBy() == null ? null : it.lifecycle().replacedBy().value(),
                it.lifecycle().sunset() == null ? null : it.lifecycle().sunset().toString(), it.advice().audience().label(),
                it.advice().retry() == null ? null : it.advice().retry().label(), it.advice().outcomeUnknown(), it.lengthLimit(),
                it.fileKey());
    }

    Definition toDefinition(MessageKey key) {
        var lifecycleInfo = new LifecycleInfo(JsonFields.choice("/lifecycle", Lifecycle.class, lifecycle).orElse(Lifecycle.ACTIVE),
                replacedBy == null ? null : new MessageKey(replacedBy), parseSunset());
        var advice = new Advice(JsonFields.choice("/audience", Audience.class, audience).orElse(Audience.USER),
                JsonFields.choice("/retry", RetryHint.class, retry).orElse(null), outcomeUnknown == Boolean.TRUE);
        return new Definition(0, code(key), requireReason(), requireNumber("/httpStatus", httpStatus, 100, 599),
                JsonFields.choice("/grpcStatus", GrpcStatus.class, grpcStatus).orElse(null), toContract(),
                tags == null ? Tags.NONE : Tags.of(tags), lifecycleInfo, advice,
                lengthLimit == null ? null
                : Integer.valueOf(requireNumber("/lengthLimit", lengthLimit, 1, PatternValidator.MAX_TEXT_LENGTH)),
                fileKey == null || fileKey.isEmpty() ? null : TextInput.optionalText("/fileKey", fileKey, MAX_FILE_KEY_LENGTH));
    }

    private String code(MessageKey key) {
        if (code == null) {
            return key.value();
        }
        if (code.isBlank()) {
            throw ProblemType.INVALID_FIELD.with("/code", "blank");
        }
        return TextInput.optionalText("/code", code, MAX_CODE_LENGTH);
    }

    private String requireReason() {
        if (reason == null) {
            throw ProblemType.INVALID_FIELD.with("/reason", "missing", REASON_PATTERN.pattern(), "ORDER_REJECTED");
        }
        if (!REASON_PATTERN.matcher(reason).matches()) {
            throw ProblemType.INVALID_FIELD.with("/reason", "value", REASON_PATTERN.pattern(), "ORDER_REJECTED");
        }
        return reason;
    }

    private @Nullable LocalDate parseSunset() {
        return sunset == null ? null : DateFields.parseDate("/sunset", sunset);
    }

    private ArgumentContract toContract() {
        if (arguments == null) {
            return ArgumentContract.EMPTY;
        }
        if (arguments.size() > MAX_ARGUMENTS) {
            throw ProblemType.TOO_MANY_ITEMS.with("/arguments", MAX_ARGUMENTS);
        }
        var names = new HashSet<String>();
        var declared = new ArrayList<Argument>();
        for (int i = 0; i < arguments.size(); i++) {
            var it = arguments.get(i);
            var pointer = "/arguments/" + i;
            if (it.name() == null || !ARGUMENT_NAME.matcher(it.name()).matches()) {
                throw ProblemType.INVALID_FIELD.with(pointer + "/name", it.name() == null ? "missing" : "value", ARGUMENT_NAME.pattern(),
                        "orderId");
            } else if (!names.add(it.name())) {
                throw ProblemType.INVALID_FIELD.with(pointer + "/name", "repeated");
            }
            var argument = new Argument(it.name(), parseType(pointer + "/type", it.type()),
                    TextInput.optionalText(pointer + "/example", it.example(), MAX_EXAMPLE_LENGTH));
            if (!argument.hasValidExample()) {
                throw ProblemType.INVALID_EXAMPLE.with(pointer + "/example", argument.type().label());
            }
            declared.add(argument);
        }
        return new ArgumentContract(declared);
    }

    private static ArgumentType parseType(String pointer, @Nullable String label) {
        if (label == null) {
            return ArgumentType.STRING;
        }
        try {
            return ArgumentType.of(label);
        } catch (IllegalArgumentException e) {
            throw ProblemType.INVALID_FIELD.with(pointer, "value", TYPES);
        }
    }

    private static int requireNumber(String pointer, @Nullable Integer value, int min, int max) {
        if (value == null || value < min || value > max) {
            throw ProblemType.INVALID_FIELD.with(pointer, value == null ? "missing" : "value", min + "–" + max);
        }
        return value;
    }
}
