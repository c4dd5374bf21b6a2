package dev.parlance.catalog.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.activity.DraftEvents.Progress;
import dev.parlance.catalog.comments.CommentStatus;
import dev.parlance.catalog.comments.Comments;
import dev.parlance.catalog.comments.Comments.CommentChange;
import dev.parlance.catalog.presence.DraftPlace;
import dev.parlance.catalog.presence.PresentPerson;
import dev.parlance.catalog.presence.Presences;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DraftEventsTest {
    private static final CatalogName SHOP = new CatalogName("shop");
    private static final MessageKey KEY = new MessageKey("order");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Map<CatalogName, DraftActivity.Position> positions = new HashMap<>(Map.of(SHOP, new DraftActivity.Position(7, 3)));
    private final List<CommentChange> changes = new ArrayList<>();
    private final List<PresentPerson> people = new ArrayList<>();
    private final AtomicInteger queries = new AtomicInteger();
    private final DraftEvents events = new DraftEvents(new FakeActivity(), comments(), presences(), new Transactions() {
        @Override
        public <T> T call(Supplier<T> action) {
            return action.get();
        }
    });

    private final class FakeActivity implements DraftActivity {
        @Override
        public Map<CatalogName, Position> findPositions(Collection<CatalogName> catalogs) {
            queries.incrementAndGet();
            return positions;
        }

        @Override
        public List<RevisionSummary> findRevisions(CatalogName catalog, long after, long until, int maxTargets) {
            return LongStream.rangeClosed(after + 1, until).mapToObj(it -> new RevisionSummary(it, "anna", List.of(), false)).toList();
        }
    }

    /** Implements the one method that is used. */
    private Comments comments() {
        return (Comments) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Comments.class}, (proxy, method, arguments) ->
                changes.stream().filter(it -> it.revision() > (Long) arguments[1] && it.revision() <= (Long) arguments[2])
                        .limit((Integer) arguments[3]).toList());
    }

    /** Implements the one method that is used. */
    private Presences presences() {
        return (Presences) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Presences.class},
                (proxy, method, arguments) -> Map.of(SHOP, List.copyOf(people)));
    }

    /** Records events as short lines. */
    private static final class Recorder implements DraftListener {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void onState(long revision, List<PresentPerson> people) {
            lines.add("state " + revision + " " + people.stream().map(PresentPerson::person).toList());
        }

        @Override
        public void onRevision(RevisionSummary revision) {
            lines.add("revision " + revision.revision());
        }

        @Override
        public void onComment(CommentChange change) {
            lines.add("comment " + change.id() + " " + change.status().label());
        }

        @Override
        public void onPersonMoved(PresentPerson person) {
            lines.add("at " + person.person() + " " + person.place().key().orElseThrow());
        }

        @Override
        public void onPersonLeft(String person) {
            lines.add("left " + person);
        }

        @Override
        public void onCatalogDeleted() {
            lines.add("deleted");
        }

        List<String> take() {
            var taken = List.copyOf(lines);
            lines.clear();
            return taken;
        }
    }

    private Recorder subscribe() {
        var recorder = new Recorder();
        events.subscribe(SHOP, recorder);
        return recorder;
    }

    private void moveTo(long revision, long comment) {
        positions.put(SHOP, new DraftActivity.Position(revision, comment));
    }

    private static PresentPerson at(String person, String key) {
        return new PresentPerson(person, new DraftPlace(Optional.of(new MessageKey(key)), Optional.empty()), NOON);
    }

    private static CommentChange comment(long revision, long id, CommentStatus status) {
        return new CommentChange(revision, KEY, Optional.empty(), id, status, "anna");
    }

    @Test
    void queriesNothingWithoutSubscribers() {
        assertThat(events.poll()).isEqualTo(Progress.IDLE);
        assertThat(queries).hasValue(0);
    }

    @Test
    void sendsStateThenChanges() {
        people.add(at("anna", "a"));
        var first = subscribe();
        assertThat(events.poll()).isEqualTo(Progress.CURRENT);
        assertThat(first.take()).containsExactly("state 7 [anna]");

        moveTo(9, 5);
        changes.addAll(List.of(comment(4, 4, CommentStatus.OPEN), comment(5, 2, CommentStatus.DELETED)));
        people.add(at("bert", "b"));
        var second = subscribe();
        events.poll();

        assertThat(first.take()).containsExactly("revision 8", "revision 9", "comment 4 open", "comment 2 deleted", "at bert b");
        assertThat(second.take()).containsExactly("state 9 [anna, bert]");
        events.poll();
        assertThat(first.take()).isEmpty();
    }

    @Test
    void reportsWhoMovesAndLeaves() {
        people.addAll(List.of(at("anna", "a"), at("bert", "b"), at("carl", "c")));
        var recorder = subscribe();
        events.poll();
        recorder.take();

        people.set(0, at("anna", "b"));
        people.remove(2);
        events.poll();

        assertThat(recorder.take()).containsExactly("left carl", "at anna b");
    }

    @Test
    void catchesUpInBatches() {
        var recorder = subscribe();
        events.poll();
        recorder.take();
        moveTo(157, 153);
        LongStream.rangeClosed(4, 153).forEach(it -> changes.add(comment(it, it, CommentStatus.OPEN)));

        assertThat(events.poll()).isEqualTo(Progress.BEHIND);
        assertThat(recorder.take()).hasSize(200).contains("revision 107", "comment 103 open").doesNotContain("revision 108");
        assertThat(events.poll()).isEqualTo(Progress.CURRENT);
        assertThat(recorder.take()).hasSize(100).startsWith("revision 108").endsWith("comment 153 open");
    }

    @Test
    void sendsStateAgainAfterCatalogWasReplaced() {
        var recorder = subscribe();
        events.poll();
        recorder.take();
        moveTo(2, 0);
        events.poll();
        assertThat(recorder.take()).containsExactly("state 2 []");
    }

    @Test
    void endsWithCatalog() {
        var recorder = subscribe();
        events.poll();
        recorder.take();
        positions.clear();
        events.poll();
        assertThat(recorder.take()).containsExactly("deleted");
        assertThat(events.poll()).isEqualTo(Progress.IDLE);
    }

    @Test
    void forgetsClosedSubscriptions() {
        var recorder = new Recorder();
        events.subscribe(SHOP, recorder).close();
        assertThat(events.poll()).isEqualTo(Progress.IDLE);
        assertThat(recorder.take()).isEmpty();
    }

    @Test
    void reportsSubscriptions() {
        var wakeUps = new AtomicInteger();
        events.onSubscription(wakeUps::incrementAndGet);
        subscribe();
        assertThat(wakeUps).hasValue(1);
    }
}
