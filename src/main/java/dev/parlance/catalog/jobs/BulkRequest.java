package dev.parlance.catalog.jobs;

import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.TextState;
import org.jspecify.annotations.Nullable;

/**
 * A change to all messages that match a query.
 *
 * @param query        filter, and the locale of the texts to change
 * @param state        the state to set; null for other kinds
 * @param tagsToAdd    tags that the messages get
 * @param tagsToRemove tags that the messages lose
 * @param searchText   literal, case-sensitive text to replace in the visible parts of message texts and descriptions
 * @param replacement  literal replacement, which never becomes syntax
 */
public record BulkRequest(Kind kind, DraftQuery query, @Nullable TextState state, Tags tagsToAdd, Tags tagsToRemove, String searchText,
        String replacement) {

    /** The kind of change. */
    public enum Kind implements Labelled {
        /** Sets the state of texts. */
        STATE,
        /** Approves texts as they are. */
        APPROVE,
        /** Adds tags to messages and removes tags from them. */
        TAG,
        /** Copies the source as a draft to messages that have no text in the locale. */
        COPY_SOURCE,
        /** Replaces words in texts without changing their syntax. */
        REPLACE
    }
}
