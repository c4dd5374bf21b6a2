package dev.parlance.rest.delivery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.input.ReaderLocale;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON form of a code: its message in one locale and what is known about it. */
@Schema(name = "Code")
public record CodeView(String catalog, @JsonUnwrapped MessageView message,
                       @Schema(description = "Locales with texts (BCP 47)") List<String> locales,
                       @Schema(description = "Keys of the other messages with the same code, at most " + RenderedView.MAX_SAME_CODE)
                       List<String> sameCode, int release) {

    /** Creates the view of a message in the locale of the reader. */
    public static CodeView of(Snapshot snapshot, ReaderLocale locale, PublishedMessage message) {
        return new CodeView(snapshot.catalog().value(), MessageView.of(message),
                snapshot.offeredLocales().all().stream().map(Object::toString).toList(),
                RenderedView.sameCode(locale, message), snapshot.release());
    }
}
