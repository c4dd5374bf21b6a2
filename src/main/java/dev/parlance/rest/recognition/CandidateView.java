package dev.parlance.rest.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.rest.delivery.MessageView;
import java.util.Map;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of a message that a text can come from. */
@Schema(name = "RecognisedMessage")
record CandidateView(
        @Schema(examples = "exchange") String catalog,
        @Schema(examples = "-1130") String key,
        @Schema(examples = "-1130") String code,
        @Schema(examples = "ILLEGAL_PARAMETER") String reason,
        @Schema(examples = "400") int httpStatus,
        @Schema(description = MessageView.GRPC_STATUS, examples = "INVALID_ARGUMENT") String grpcStatus,
        @Schema(enumeration = {"text", "code"}, description = "code: with `fuzzy`, the text contains the code of the message")
        String match,
        @Schema(description = "Whether the message, rendered with the arguments, has exactly this text") boolean exact,
        @Schema(description = "Locale of the text that was recognised (BCP 47)", examples = "en") String recognisedLocale,
        @Schema(description = "Where the message starts in the text, in UTF-16 code units") int start,
        @Schema(description = "Where the message ends in the text, in UTF-16 code units") int end,
        @Schema(description = "Arguments by declared name, as read from the text")
        @JsonInclude(JsonInclude.Include.ALWAYS) Map<String, ? extends @Nullable Object> arguments,
        @Schema(description = "Message text for the reader, with the arguments") String text,
        @Schema(description = "Locale of the message text (BCP 47)", examples = "ja") String locale,
        @Schema(description = "Declared or used, but not in the text; visible in the message text as {name}")
        SortedSet<String> missingArguments) {

    /** Returns the number of characters of the large members. */
    int length() {
        return text.length() + arguments.values().stream().mapToInt(it -> it instanceof String value ? value.length() : 0).sum();
    }
}
