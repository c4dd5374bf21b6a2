package dev.parlance.catalog;

import static dev.parlance.catalog.CatalogRows.definition;
import static dev.parlance.catalog.Problems.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.problems.ProblemType;
import dev.parlance.rendering.ArgumentContract;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    private static final LifecycleInfo REPLACED = new LifecycleInfo(Lifecycle.DEPRECATED, new MessageKey("next"),
            LocalDate.of(2027, 1, 31));
    private static final Message.Definition FULL = new Message.Definition(3, "code", "REASON", 429, GrpcStatus.ABORTED,
            ArgumentContract.EMPTY, Tags.of(List.of("order")), REPLACED, new Advice(Audience.DEVELOPER, RetryHint.SAME_REQUEST, true), 80,
            null);

    private final Message message = new Message(new CatalogName("shop"), new MessageKey("limit"), definition(0, "limit"));

    @Test
    void countsDefinitions() {
        assertThat(message.version()).isEqualTo(1);
        message.updateDefinition(FULL);
        assertThat(message.version()).isEqualTo(2);
        assertThat(message.definition()).isEqualTo(FULL);
    }

    @Test
    void clearsOptionalPartsOfDefinition() {
        message.updateDefinition(FULL);
        message.updateDefinition(definition(0, "limit"));
        assertThat(message.definition().lifecycle()).isEqualTo(LifecycleInfo.ACTIVE);
        assertThat(message.definition().advice()).isEqualTo(Advice.NONE);
        assertThat(message.definition().lengthLimit()).isNull();
        assertThat(message.definition().grpcStatus()).isNull();
    }

    @Test
    void changesOnePartOfDefinition() {
        assertThat(FULL.withPosition(9))
                .isEqualTo(new Message.Definition(9, "code", "REASON", 429, GrpcStatus.ABORTED, ArgumentContract.EMPTY, FULL.tags(),
                REPLACED, FULL.advice(), 80, null));
        assertThat(FULL.withTags(Tags.NONE).tags()).isEqualTo(Tags.NONE);
        assertThat(FULL.withTags(Tags.NONE).grpcStatus()).isEqualTo(GrpcStatus.ABORTED);
        assertThat(FULL.withStage(Lifecycle.RETIRED).grpcStatus()).isEqualTo(GrpcStatus.ABORTED);
        assertThat(FULL.withStage(Lifecycle.RETIRED).lifecycle())
                .isEqualTo(new LifecycleInfo(Lifecycle.RETIRED, REPLACED.replacedBy(), REPLACED.sunset()));
    }

    @ParameterizedTest
    @CsvSource({"DRAFT,false", "ACTIVE,true", "DEPRECATED,true", "RETIRED,false"})
    void isReleasedInSomeStages(Lifecycle stage, boolean expected) {
        assertThat(stage.isReleased()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".a", "a b", "ł", "注", "a/b"})
    void rejectsInvalidKey(String key) {
        assertThat(problemOf(() -> new MessageKey(key)).type()).isEqualTo(ProblemType.INVALID_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1015", "0001-2", "_a.b", "A"})
    void acceptsKeysOfExistingSystems(String key) {
        assertThat(new MessageKey(key)).hasToString(key);
    }
}
