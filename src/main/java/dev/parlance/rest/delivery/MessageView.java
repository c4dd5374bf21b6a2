package dev.parlance.rest.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.SearchMessages.FoundMessage;
import dev.parlance.publishing.release.PublishedAdvice;
import dev.parlance.rest.input.ArgumentView;
import dev.parlance.rest.table.TableColumns;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of a message with its text as typed, in lists and on the page of a code. */
@Schema(name = "Message")
public record MessageView(
        @Schema(description = "Unique in the catalog, never reused", examples = "-1015") String key,
        @Schema(description = "Code that the back end sends; several messages may share it", examples = "-1015") String code,
        @Schema(description = "Symbolic name, unique in the catalog", examples = "TOO_MANY_NEW_ORDERS") String reason,
        @Schema(examples = "400") int httpStatus,
        @Schema(description = GRPC_STATUS, examples = "INVALID_ARGUMENT") String grpcStatus,
        @Schema(description = "As typed, in its syntax") String text,
        @Schema(description = "As typed, in its syntax") String description,
        @Schema(enumeration = {"printf", "icu", "plain"}) String syntax,
        @Schema(description = "Locale of the text (BCP 47)", examples = "ja") String locale,
        @Schema(description = "Locale of the text that matches the search; absent if that is `text`, or if no text alone matches",
                examples = "de") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String matchedLocale,
        List<ArgumentView> arguments,
        @Schema(description = "Topics of the message; absent if there are none", examples = "[\"order\", \"rate-limit\"]")
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedSet<String> tags,
        @Schema(description = "Advice for clients; absent if all values are defaults") @Nullable PublishedAdvice advice) {

    /** The description of a gRPC status in the views of messages. */
    public static final String GRPC_STATUS = "gRPC status (google.rpc.Code): that of the definition, or else derived from the HTTP status";

    /** The columns of a table of messages. */
    public static final TableColumns<MessageView> COLUMNS = TableColumns.of(MessageView.class).column("key", MessageView::key)
            .column("code", MessageView::code).column("httpStatus", MessageView::httpStatus)
            .column("grpcStatus", MessageView::grpcStatus).column("reason", MessageView::reason)
            .column("locale", MessageView::locale).column("matchedLocale", MessageView::matchedLocale)
            .column("syntax", MessageView::syntax).column("tags", MessageView::tags)
            .column("retry", MessageView::retry).column("text", MessageView::text).column("description", MessageView::description);

    @Nullable String retry() {
        return advice == null ? null : advice.retry();
    }

    public static MessageView of(PublishedMessage it) {
        return of(it, Optional.empty());
    }

    public static MessageView of(FoundMessage it) {
        return of(it.message(), it.matchedLocale());
    }

    private static MessageView of(PublishedMessage it, Optional<LocaleTag> matchedLocale) {
        return new MessageView(it.key(), it.code(), it.reason(), it.httpStatus(), it.grpcStatus().name(), it.text(),
                it.description(), it.syntax().label(), it.locale().value(), matchedLocale.map(LocaleTag::value).orElse(null),
                ArgumentView.of(it.contract()), it.tags().names(), it.advice().orElse(null));
    }
}
