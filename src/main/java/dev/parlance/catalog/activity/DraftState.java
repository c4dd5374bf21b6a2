package dev.parlance.catalog.activity;

import dev.parlance.catalog.activity.DraftActivity.Position;
import dev.parlance.catalog.comments.Comments.CommentChange;
import dev.parlance.catalog.presence.PresentPerson;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The state of a draft that subscribers have received.
 *
 * @param isStart   whether the state does not continue the previous one
 * @param hasMore   whether the database is ahead of this state
 * @param revisions the revisions since the previous state, in ascending order
 * @param changes   the changed comments since the previous state, in the order of the changes
 * @param people    the people who are present, sorted by name
 */
record DraftState(Position position, boolean isStart, boolean hasMore, List<RevisionSummary> revisions, List<CommentChange> changes,
        List<PresentPerson> people) {

    static DraftState startingAt(Position position) {
        return new DraftState(position, true, false, List.of(), List.of(), List.of());
    }

    /** @param current the position in the database */
    static DraftState continuing(Position position, Position current, List<RevisionSummary> revisions, List<CommentChange> changes) {
        return new DraftState(position, false, !position.equals(current), revisions, changes, List.of());
    }

    DraftState withPeople(List<PresentPerson> present) {
        return new DraftState(position, isStart, hasMore, revisions, changes, present);
    }

    /** Returns whether a position can follow this state, which is not the case if the catalog was deleted and created again. */
    boolean precedes(Position current) {
        return position.revision() <= current.revision() && position.comments() <= current.comments();
    }

    /** Notifies a listener of what has changed since the previous state. */
    void publishSince(DraftState previous, DraftListener listener) {
        revisions.forEach(listener::onRevision);
        changes.forEach(listener::onComment);
        var before = byName(previous.people());
        var now = byName(people);
        before.keySet().stream().filter(it -> !now.containsKey(it)).sorted().forEach(listener::onPersonLeft);
        people.stream().filter(it -> !it.equals(before.get(it.person()))).forEach(listener::onPersonMoved);
    }

    private static Map<String, PresentPerson> byName(List<PresentPerson> people) {
        return people.stream().collect(Collectors.toMap(PresentPerson::person, Function.identity()));
    }
}
