package dev.parlance.catalog;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.locales.LocaleTag;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A whole thing as history keeps it, before a change or after it. */
public sealed interface HistoryState {

    record CatalogSettings(String title, boolean reviewRequired, boolean twoPersonRule) implements HistoryState {
    }

    record LocaleSettings(boolean required) implements HistoryState {
    }

    record RecordedMessage(Message.Definition definition) implements HistoryState {
    }

    /**
     * @param sourceWording the digest of what it was made from, or what no digest is; null for the source itself
     * @param by            null for whoever makes it so, and in lines that are older than the names in them
     */
    record RecordedText(TextContent content, TextState state, @Nullable String sourceHash, Confirmations confirmations, @Nullable Attribution attribution) implements HistoryState {

        /** @param approved null where nobody approved it */
        public record Attribution(String author, @Nullable String approver) {
        }

        /** By whoever makes it so. */
        public RecordedText(TextContent content, TextState state, @Nullable String sourceHash, Confirmations confirmations) {
            this(content, state, sourceHash, confirmations, null);
        }

        /** Whoever it is by. */
        public boolean hasSameContent(RecordedText other) {
            return content.equals(other.content) && state == other.state && Objects.equals(sourceHash, other.sourceHash)
                    && confirmations.equals(other.confirmations);
        }

        /** Nobody knows any more who approved it, where no names were written down: then it is not approved. */
        public RecordedText asReverted() {
            return attribution == null && state == TextState.APPROVED ? new RecordedText(content, TextState.TRANSLATED, sourceHash, confirmations) : this;
        }
    }

    /** @param translations by locale */
    record TermContent(String term, boolean doNotTranslate, String notes, SortedMap<LocaleTag, String> translations) implements HistoryState {
    }
}
