package dev.parlance.rest.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parlance.catalog.comments.MessageComment;
import dev.parlance.catalog.comments.MessageComment.Resolution;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rest.table.TableColumns;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The JSON form of a comment. */
@Schema(name = "Comment")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CommentView(
        @Schema(description = "Unique in the catalog, in the order of creation") long id,
        @Schema(description = "Key of the message") String key,
        @Schema(description = "Locale of the text that the comment is about (BCP 47); absent if it is about the message")
        @Nullable String locale,
        @Schema(description = "Plain text") String text,
        @Schema(description = "Name in the history") String author,
        @Schema(description = "RFC 3339, UTC") String createdAt,
        @Schema(enumeration = {"open", "resolved"}) String status,
        @Schema(description = "Absent if the comment is open") @Nullable String resolvedBy,
        @Schema(description = "RFC 3339, UTC; absent if the comment is open") @Nullable String resolvedAt,
        @Schema(description = "Names of the mentioned people, sorted") List<String> mentions) {

    static final TableColumns<CommentView> COLUMNS = TableColumns.of(CommentView.class)
            .column("id", CommentView::id).column("key", CommentView::key).column("locale", CommentView::locale)
            .column("status", CommentView::status).column("author", CommentView::author).column("createdAt", CommentView::createdAt)
            .column("resolvedBy", CommentView::resolvedBy).column("resolvedAt", CommentView::resolvedAt)
            .column("mentions", CommentView::mentions).column("text", CommentView::text);

    static CommentView of(MessageComment it) {
        return new CommentView(it.id(), it.key().value(), it.locale().map(LocaleTag::value).orElse(null), it.text(), it.author(),
                it.createdAt().toString(), it.status().label(), it.resolution().map(Resolution::by).orElse(null),
                it.resolution().map(resolved -> resolved.at().toString()).orElse(null), it.mentions());
    }

    /** A comment in a list that spans catalogs. */
    @Schema(name = "Mention")
    record InCatalog(String catalog, @JsonUnwrapped CommentView comment) {
        static InCatalog of(MessageComment it) {
            return new InCatalog(it.catalog().value(), CommentView.of(it));
        }
    }
}
