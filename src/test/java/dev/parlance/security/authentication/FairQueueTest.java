package dev.parlance.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private final FairQueue<String> queue = new FairQueue<>(6, 4);

    @Test
    void servesLanesInTurn() {
        offerAll("a", "a1", "a2", "a3");
        offerAll("b", "b1");
        offerAll("c", "c1", "c2");
        assertThat(pollAll()).containsExactly("a1", "b1", "c1", "a2", "c2", "a3");
        assertThat(queue.poll()).isEmpty();
    }

    @Test
    void limitsEachLane() {
        offerAll("a", "a1", "a2", "a3", "a4");
        assertThat(queue.isLaneFull("a")).isTrue();
        assertThat(queue.offer("a", "a5")).contains("a5");
        assertThat(queue.offer("b", "b1")).isEmpty();
    }

    @Test
    void makesRoomForShortLanesWhenFull() {
        offerAll("a", "a1", "a2", "a3", "a4");
        offerAll("b", "b1", "b2");
        assertThat(queue.offer("c", "c1")).contains("a4");
        assertThat(queue.offer("b", "b3")).contains("b3");
        assertThat(queue.offer("c", "c2")).contains("a3");
        assertThat(queue.offer("c", "c3")).contains("c3");
        assertThat(pollAll()).containsExactly("a1", "b1", "c1", "a2", "b2", "c2");
    }

    private void offerAll(String lane, String... items) {
        for (var item : items) {
            assertThat(queue.offer(lane, item)).isEmpty();
        }
    }

    private List<String> pollAll() {
        var all = new ArrayList<String>();
        for (var next = queue.poll(); next.isPresent(); next = queue.poll()) {
            all.add(next.get());
        }
        return all;
    }
}
