package dev.parlance.publishing.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.ServiceProcess;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.limits.ResourceLimit;
import dev.parlance.limits.ResourceUsage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.Draft;
import dev.parlance.recognition.Recogniser;
import dev.parlance.recognition.RecognitionQuery;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CatalogRecognisersTest {
    private static final Snapshot EXCHANGE = Snapshot.ofDraft(ShippedCatalog.load("exchange").toDraft(), "Exchange");
    private static final int MOST_COLLECTIONS = 50;
    private final ResourceUsage usage = new ResourceUsage();
    private final CatalogRecognisers recognisers = new CatalogRecognisers(usage);

    @Test
    void findsMessagesInAnyLocale() {
        var found = find("Erforderliches Feld „quantity“ fehlt oder ist ungültig", Optional.empty()).get(0);

        assertThat(found.message().key()).isEqualTo("0001");
        assertThat(found.message().locale()).isEqualTo(LocaleTag.parse("de"));
        assertThat(found.recognition().arguments()).isEqualTo(Map.of("field", "quantity"));
    }

    @Test
    void prefersTheCodeThatCameWithTheText() {
        assertThat(find("Incorrect signature", Optional.of("0001"))).first().extracting(it -> it.message().key()).isEqualTo("0001-2");
    }

    @Test
    void returnsAllMessagesThatRenderAlikeWithTheCodeFirst() {
        var draft = draft("Order rejected", "Order rejected");
        var recogniser = recognisers.get(Snapshot.ofDraft(draft, ""));
        var query = new RecognitionQuery("Order rejected", Optional.empty(), false, 10);

        assertThat(recogniser.find(query, Optional.empty())).extracting(it -> it.message().key()).containsExactly("0", "1");
        assertThat(recogniser.find(query, Optional.of("1"))).extracting(it -> it.message().key()).containsExactly("1", "0");
        var single = new RecognitionQuery("Order rejected", Optional.empty(), false, 1);
        assertThat(recogniser.find(single, Optional.of("1"))).extracting(it -> it.message().key()).containsExactly("1");
    }

    @Test
    void findsOnlyTextsOfTheRequestedLocale() {
        var query = new RecognitionQuery("Incorrect signature", Optional.of(LocaleTag.parse("de")), false, 10);

        assertThat(recognisers.get(EXCHANGE).find(query, Optional.empty())).isEmpty();
    }

    @Test
    void sharesOneIndexBetweenConcurrentCallers() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<SnapshotRecogniser> caller = () -> recognisers.get(EXCHANGE);
            var results = threads.invokeAll(Collections.nCopies(4, caller));
            for (var result : results) {
                assertThat(result.get().recognisers()).containsExactlyElementsOf(results.get(0).get().recognisers());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void rejectsSearchesWhileAnotherCallerCreatesAnIndex() throws Exception {
        var started = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var slow = new CatalogRecognisers(usage, locale -> {
            started.countDown();
            await(finish);
            return new Recogniser.Builder().add(0, locale.locale(), Syntax.PLAIN, "Order rejected", ArgumentContract.EMPTY).build();
        });
        var snapshot = Snapshot.ofDraft(draft("Order rejected"), "");
        var thread = Executors.newSingleThreadExecutor();
        try {
            var first = thread.submit(() -> slow.findExact(snapshot, "Order rejected"));
            assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> slow.findExact(snapshot, "Order rejected")).isInstanceOfSatisfying(ProblemException.class,
                    it -> assertThat(it.type()).isEqualTo(ProblemType.BUSY));
            finish.countDown();
            assertThat(first.get(20, TimeUnit.SECONDS)).hasSize(1);
            assertThat(slow.findExact(snapshot, "Order rejected")).hasSize(1);
        } finally {
            finish.countDown();
            thread.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void releasesTheIndexOfAReplacedRelease() {
        recognisers.get(EXCHANGE);
        long exchange = usage.used(ResourceLimit.RECOGNITION_INDEXES);
        var snapshot = Snapshot.ofDraft(draft("Order rejected"), "");
        var index = new WeakReference<>(recognisers.get(snapshot).recognisers().iterator().next());
        var replaced = new WeakReference<>(snapshot);
        snapshot = null;

        for (int i = 0; i < MOST_COLLECTIONS && index.get() != null; i++) {
            System.gc();
            recognisers.get(EXCHANGE);
        }
        assertThat(replaced.get()).isNull();
        assertThat(index.get()).isNull();
        ServiceProcess.await("the memory of the index", Duration.ofSeconds(10),
                () -> usage.used(ResourceLimit.RECOGNITION_INDEXES) == exchange);
    }

    @Test
    void boundsTheMemoryOfAllIndexes() {
        var limit = ResourceLimit.RECOGNITION_INDEXES;
        usage.acquire(limit, limit.value());

        assertThatThrownBy(() -> recognisers.get(EXCHANGE)).isInstanceOfSatisfying(ProblemException.class,
                it -> assertThat(it.type()).isEqualTo(ProblemType.BUSY));
        assertThat(recognisers.isIndexed(EXCHANGE)).isFalse();
        assertThat(usage.rejections(limit)).isEqualTo(1);

        usage.release(limit, limit.value());
        recognisers.get(EXCHANGE);
        assertThat(recognisers.isIndexed(EXCHANGE)).isTrue();
        assertThat(usage.used(limit)).isPositive();
    }

    private List<RecognisedMessage> find(String text, Optional<String> code) {
        return recognisers.get(EXCHANGE).find(new RecognitionQuery(text, Optional.empty(), false, 10), code);
    }

    /** Returns a draft of English texts, whose position is both their key and their code. */
    private static Draft draft(String... texts) {
        var english = LocaleTag.parse("en");
        var definitions = new LinkedHashMap<MessageKey, Message.Definition>();
        var contents = new HashMap<MessageKey, TextContent>();
        for (int i = 0; i < texts.length; i++) {
            var key = new MessageKey(Integer.toString(i));
            definitions.put(key, new Message.Definition(i, key.value(), "REASON_" + i, 400, ArgumentContract.EMPTY));
            contents.put(key, new TextContent(Syntax.PLAIN, texts[i], ""));
        }
        return new Draft(new CatalogName("simple"), english, new TreeSet<>(List.of(english)), definitions, Map.of(english, contents));
    }
}
