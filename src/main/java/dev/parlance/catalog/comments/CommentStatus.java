package dev.parlance.catalog.comments;

import dev.parlance.catalog.Labelled;

/** The status of a comment. Deleted comments are not listed. */
public enum CommentStatus implements Labelled {
    OPEN, RESOLVED, DELETED
}
