package dev.parlance.catalog.activity;

import dev.parlance.catalog.comments.Comments.CommentChange;
import dev.parlance.catalog.presence.PresentPerson;
import java.util.List;

/** Receives the activity on a draft. Its methods run on the thread that polls; they must return quickly and must not throw. */
public interface DraftListener {

    /** The state from which the following events continue. It comes first, and again if the catalog was replaced by another. */
    void onState(long revision, List<PresentPerson> people);

    void onRevision(RevisionSummary revision);

    void onComment(CommentChange change);

    /** A person has come, or moved to another place. */
    void onPersonMoved(PresentPerson person);

    /** A person has left, or was not heard of for too long. */
    void onPersonLeft(String person);

    /** There is no such catalog, or no longer. No other event follows. */
    void onCatalogDeleted();
}
