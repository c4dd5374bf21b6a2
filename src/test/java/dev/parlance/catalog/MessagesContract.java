package dev.parlance.catalog;

import static dev.parlance.catalog.CatalogRows.EN;
import static dev.parlance.catalog.CatalogRows.definition;
import static dev.parlance.catalog.CatalogRows.key;
import static dev.parlance.catalog.CatalogRows.keys;
import static dev.parlance.catalog.CatalogRows.retired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of every repository of messages. For the queries of translators see {@link DraftQueryContract}. */
public abstract class MessagesContract extends PortContract {
    private static final CatalogName OTHER = new CatalogName("no-such-catalog");

    @Test
    public void returnsMessagesByPositionThenKey() {
        rows.run(() -> {
            rows.addMessage("second", 1);
            rows.addMessage("b", 0);
            rows.addMessage("a", 0);
        });
        assertThat(rows.call(() -> rows.ports.messages().findAll(rows.name))).extracting(Message::key).isEqualTo(keys("a", "b", "second"));
        assertThat(rows.call(() -> rows.ports.messages().findAll(rows.name, keys("second", "a", "missing")))).extracting(Message::key)
                .isEqualTo(keys("a", "second"));
        assertThat(rows.call(() -> rows.ports.messages().findAll(rows.name, List.of()))).isEmpty();
    }

    @Test
    public void returnsDefinitionAsSaved() {
        var contract = new ArgumentContract(List.of(new Argument("n", ArgumentType.NUMBER, "5"),
                new Argument("s", ArgumentType.STRING, "«注文»")));
        var definition = new Message.Definition(7, "rate.limit", "RATE_LIMIT", 429, GrpcStatus.DATA_LOSS, contract,
                Tags.of(List.of("order", "rate-limit")),
                new LifecycleInfo(Lifecycle.DEPRECATED, key("-1015"), LocalDate.of(2027, 1, 31)),
                new Advice(Audience.DEVELOPER, RetryHint.AFTER_DELAY, true), 80, "rate limit");
        rows.run(() -> rows.addMessage("-1015", 0));
        rows.run(() -> rows.addMessage("limit", definition));
        assertThat(rows.call(() -> rows.ports.messages().find(rows.name, key("limit"))).orElseThrow().definition()).isEqualTo(definition);
        assertThat(rows.call(() -> rows.ports.messages().findReleasedDefinitions(rows.name))).containsEntry(key("limit"), definition);
    }

    @Test
    public void keepsVersionAndShippedDigest() {
        rows.run(() -> {
            var message = rows.addMessage("limit", 0);
            message.updateDefinition(definition(1, "limit"));
            message.markShipped("digest");
        });
        var message = rows.call(() -> rows.ports.messages().find(rows.name, key("limit"))).orElseThrow();
        assertThat(message.version()).isEqualTo(2);
        assertThat(message.shippedDigest()).contains("digest");
    }

    @Test
    public void findsMessageInItsCatalogOnly() {
        rows.run(() -> rows.addMessage("limit", 0));
        assertThat(rows.call(() -> rows.ports.messages().find(rows.name, key("Limit")))).isEmpty();
        assertThat(rows.call(() -> rows.ports.messages().find(OTHER, key("limit")))).isEmpty();
    }

    @Test
    public void returnsReleasedDefinitionsInOrder() {
        rows.run(() -> {
            rows.addMessage("retired", retired(definition(0, "retired")));
            rows.addMessage("draft", definition(1, "draft").withStage(Lifecycle.DRAFT));
            rows.addMessage("deprecated", definition(3, "deprecated").withStage(Lifecycle.DEPRECATED));
            rows.addMessage("active", 2);
        });
        assertThat(rows.call(() -> rows.ports.messages().findReleasedDefinitions(rows.name)).keySet())
                .containsExactlyElementsOf(keys("active", "deprecated"));
    }

    @Test
    public void findsReasonOfOtherMessages() {
        rows.run(() -> rows.addMessage("limit", 0));
        assertThat(rows.<Boolean>call(() -> rows.ports.messages().existsByReason(rows.name, "R_LIMIT", key("other")))).isTrue();
        assertThat(rows.<Boolean>call(() -> rows.ports.messages().existsByReason(rows.name, "R_LIMIT", key("limit")))).isFalse();
        assertThat(rows.<Boolean>call(() -> rows.ports.messages().existsByReason(OTHER, "R_LIMIT", key("other")))).isFalse();
    }

    @Test
    public void rejectsDuplicateReason() {
        rows.run(() -> rows.addMessage("limit", 0));
        assertThatThrownBy(() -> rows.run(() -> rows.addMessage("other", definition(1, "limit")))).isInstanceOf(RuntimeException.class);
        assertThat(rows.call(() -> rows.ports.messages().findAll(rows.name))).hasSize(1);
    }

    @Test
    public void rejectsDuplicateKey() {
        rows.run(() -> rows.addMessage("limit", 0));
        assertThatThrownBy(() -> rows.run(() -> rows.addMessage("limit", definition(1, "other")))).isInstanceOf(RuntimeException.class);
        assertThat(rows.call(() -> rows.ports.messages().findAll(rows.name))).hasSize(1);
    }

    @Test
    public void continuesAfterLastPosition() {
        assertThat(rows.<Integer>call(() -> rows.ports.messages().nextPosition(rows.name))).isZero();
        rows.run(() -> rows.addMessage("limit", 41));
        assertThat(rows.<Integer>call(() -> rows.ports.messages().nextPosition(rows.name))).isEqualTo(42);
    }

    @Test
    public void countsAndPagesKeys() {
        rows.run(() -> List.of("a", "b", "c", "d").forEach(it -> rows.addMessage(it, it.compareTo("c") < 0 ? 0 : 1)));
        var query = new DraftQuery(EN, Set.of(), null, null, null, null, null);
        rows.run(() -> {
            assertThat(rows.ports.messages().findKeys(rows.catalog(), query, null, 3)).isEqualTo(keys("a", "b", "c"));
            assertThat(rows.ports.messages().findKeys(rows.catalog(), query, new DraftQuery.DraftPosition(0, key("a")), 9))
                    .isEqualTo(keys("b", "c", "d"));
            assertThat(rows.ports.messages().findKeys(rows.catalog(), query, new DraftQuery.DraftPosition(1, key("d")), 9)).isEmpty();
            assertThat(rows.ports.messages().count(rows.catalog(), query)).isEqualTo(4);
        });
    }
}
