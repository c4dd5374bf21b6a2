package dev.parlance.catalog.jobs;

import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.TextState;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to all messages that a query finds.
 *
 * @param query       whose locale is the one of the texts
 * @param state       that texts are to have
 * @param add         tags that messages are to have
 * @param remove      tags that they are not to have
 * @param find        what is replaced wherever it stands in text and description, letter for letter
 * @param replacement what it is replaced by
 */
public record BulkRequest(Kind kind, DraftQuery query, @Nullable TextState state, Tags tagsToAdd, Tags tagsToRemove, String searchText, String replacement) {

    /** What there is to do. */
    public enum Kind implements Labelled {
        /** Gives texts a state. */
        STATE,
        /** Approves texts as they are. */
        APPROVE,
        /** Gives messages tags, and takes tags from them. */
        TAG,
        /** Says in the locale what the source says, as a draft, where nothing is said yet. */
        COPY_SOURCE,
        /** Replaces some words by others. */
        REPLACE
    }
}
