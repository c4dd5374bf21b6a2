package dev.parlance.catalog;

import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.errorbody.ErrorMembers;
import dev.parlance.locales.LocaleTag;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The complete state of a change target, as history records it before and after a change. */
public sealed interface HistoryState {

    /**
     * The settings of a catalog.
     *
     * @param sourceLocale     null unless the change replaced it
     * @param publiclyReadable null unless the change replaced it
     * @param errorMembers     null for {@link ErrorMembers#DEFAULT}
     * @param corsOrigins      null for the default, which depends on the visibility
     */
    record CatalogSettings(String title, boolean reviewRequired, boolean twoPersonRule, @Nullable LocaleTag sourceLocale,
            @Nullable Boolean publiclyReadable, @Nullable ErrorMembers errorMembers,
            @Nullable CorsOrigins corsOrigins) implements HistoryState {

        /** Settings that are edited together. The source locale and the visibility have rules of their own. */
        public CatalogSettings(String title, boolean reviewRequired, boolean twoPersonRule) {
            this(title, reviewRequired, twoPersonRule, null, null, null, null);
        }

        /** Returns these settings with the source locale and the visibility before or after a change of them. */
        public CatalogSettings with(@Nullable LocaleTag sourceLocale, @Nullable Boolean publiclyReadable) {
            return new CatalogSettings(title, reviewRequired, twoPersonRule, sourceLocale, publiclyReadable, errorMembers,
                    corsOrigins);
        }

        /** Returns these settings with other origins whose pages may read. */
        public CatalogSettings with(@Nullable CorsOrigins corsOrigins) {
            return new CatalogSettings(title, reviewRequired, twoPersonRule, sourceLocale, publiclyReadable, errorMembers,
                    corsOrigins);
        }

        /** Returns these settings with other members of error bodies. */
        public CatalogSettings with(@Nullable ErrorMembers errorMembers) {
            return new CatalogSettings(title, reviewRequired, twoPersonRule, sourceLocale, publiclyReadable, errorMembers,
                    corsOrigins);
        }
    }

    record LocaleSettings(boolean required) implements HistoryState {
    }

    record RecordedMessage(Message.Definition definition) implements HistoryState {
    }

    /**
     * The state of a text.
     *
     * @param sourceHash  content hash of the source that the text was made from, or a value that no hash equals; null for the source
     *                    itself
     * @param attribution null for the actor of the change, and in history that is older than attributions
     */
    record RecordedText(TextContent content, TextState state, @Nullable String sourceHash, Confirmations confirmations,
            @Nullable Attribution attribution) implements HistoryState {

        /**
         * The author and the approver of a text.
         *
         * @param approver null if the text is not approved
         */
        public record Attribution(String author, @Nullable String approver) {
        }

        /** A state whose author is the actor of the change. */
        public RecordedText(TextContent content, TextState state, @Nullable String sourceHash, Confirmations confirmations) {
            this(content, state, sourceHash, confirmations, null);
        }

        /** Returns this state as made from another source; null for a text that is the source itself. */
        public RecordedText withSourceHash(@Nullable String hash) {
            return new RecordedText(content, state, hash, confirmations, attribution);
        }

        /** Returns whether both states are equal apart from their attributions. */
        public boolean hasSameContent(RecordedText other) {
            return content.equals(other.content) && state == other.state && Objects.equals(sourceHash, other.sourceHash)
                    && confirmations.equals(other.confirmations);
        }

        /**
         * Returns the state that a revert restores.
         *
         * <p>An approval without attribution names no approver, so the text is restored as translated.
         */
        public RecordedText asReverted() {
            return attribution == null && state == TextState.APPROVED
                    ? new RecordedText(content, TextState.TRANSLATED, sourceHash, confirmations) : this;
        }
    }

    /**
     * The state of a glossary term.
     *
     * @param translations required translations by locale
     */
    record TermContent(String term, boolean doNotTranslate, String notes,
            SortedMap<LocaleTag, String> translations) implements HistoryState {
    }
}
