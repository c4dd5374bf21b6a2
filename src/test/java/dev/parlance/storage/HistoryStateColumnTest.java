package dev.parlance.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.catalog.Advice;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.GrpcStatus;
import dev.parlance.catalog.HistoryState.CatalogSettings;
import dev.parlance.catalog.HistoryState.RecordedMessage;
import dev.parlance.catalog.HistoryState.RecordedText;
import dev.parlance.catalog.LifecycleInfo;
import dev.parlance.catalog.Message.Definition;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.TextState;
import dev.parlance.errorbody.ErrorMembers;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.syntax.Syntax;
import org.junit.jupiter.api.Test;

class HistoryStateColumnTest {
    private static final TextContent CONTENT = new TextContent(Syntax.ICU, "Text", "");

    private final HistoryStateColumn column = new HistoryStateColumn();

    @Test
    void roundTripsText() {
        var text = new RecordedText(CONTENT, TextState.APPROVED, CONTENT.contentHash(), Confirmations.NONE,
                new RecordedText.Attribution("ann", "ben"));
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(text))).isEqualTo(text);
    }

    @Test
    void readsTextWithoutAttribution() {
        var old = """
                {"text":{"syntax":"icu","message":"Text","description":"","state":"approved","sourceWording":3,"confirmed":[]}}""";
        assertThat(column.convertToEntityAttribute(old)).isEqualTo(new RecordedText(CONTENT, TextState.APPROVED, "3", Confirmations.NONE));
    }

    @Test
    void readsSettingsWithoutSourceLocaleAndVisibility() {
        var old = "{\"catalog\":{\"title\":\"Shop\",\"reviewRequired\":true,\"twoPersonRule\":false}}";
        assertThat(column.convertToEntityAttribute(old)).isEqualTo(new CatalogSettings("Shop", true, false));
        assertThat(column.convertToDatabaseColumn(new CatalogSettings("Shop", true, false))).isEqualTo(old);
    }

    @Test
    void roundTripsGrpcStatus() {
        var message = new RecordedMessage(new Definition(1, "7", "A", 400, GrpcStatus.OUT_OF_RANGE, ArgumentContract.EMPTY, Tags.NONE,
                LifecycleInfo.ACTIVE, Advice.NONE, null, null));
        var json = column.convertToDatabaseColumn(message);
        assertThat(json).contains("\"grpcStatus\":\"OUT_OF_RANGE\"");
        assertThat(column.convertToEntityAttribute(json)).isEqualTo(message);
    }

    @Test
    void readsMessageWithoutGrpcStatus() {
        var message = new RecordedMessage(new Definition(1, "7", "A", 400, ArgumentContract.EMPTY));
        var json = column.convertToDatabaseColumn(message);
        assertThat(json).doesNotContain("grpcStatus");
        assertThat(column.convertToEntityAttribute(json)).isEqualTo(message);
    }

    @Test
    void roundTripsErrorMembers() {
        var settings = new CatalogSettings("Shop", false, false).with(ErrorMembers.DEFAULT);
        var json = column.convertToDatabaseColumn(settings);
        assertThat(json).contains("\"errorMembers\":{\"code\":[\"/code\"],\"text\":[\"/msg\"");
        assertThat(column.convertToEntityAttribute(json)).isEqualTo(settings);
    }
}
