package dev.parlance.catalog.activity;

import dev.parlance.catalog.comments.Comments.CommentChange;
import dev.parlance.catalog.presence.PresentPerson;
import java.util.List;

/** Receives the activity on a draft. Methods run on the polling thread; they must return quickly and must not throw. */
public interface DraftListener {

    /** Called with the state from which the next events continue: at the start, and again if the catalog was replaced by another. */
    void onState(long revision, List<PresentPerson> people);

    void onRevision(RevisionSummary revision);

    void onComment(CommentChange change);

    /** Called when a person has arrived, or moved to another place. */
    void onPersonMoved(PresentPerson person);

    /** Called when a person has left, or their place has expired. */
    void onPersonLeft(String person);

    /** Called if the catalog does not exist, or no longer exists. No other event follows. */
    void onCatalogDeleted();
}
