package dev.parlance.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.catalog.Advice;
import dev.parlance.catalog.Audience;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.HistoryState.OfCatalog;
import dev.parlance.catalog.HistoryState.OfLocale;
import dev.parlance.catalog.HistoryState.OfMessage;
import dev.parlance.catalog.HistoryState.OfTerm;
import dev.parlance.catalog.HistoryState.OfText;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.LifecycleInfo;
import dev.parlance.catalog.Message.Definition;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Retry;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.TextState;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A thing as history keeps it, in a column: a JSON object whose one member names its kind. What is once written stays readable. */
@Immutable
@Converter(autoApply = true)
public class HistoryStateColumn implements AttributeConverter<HistoryState, String> {
    private static final ObjectMapper JSON = JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL).build();

    private record Kept(@Nullable OfCatalog catalog, @Nullable OfLocale locale, @Nullable MessageRow message, @Nullable TextRow text,
                        @Nullable TermRow term) {
    }

    private record Hole(String name, String type, String example) {
    }

    private record MessageRow(int position, String code, String reason, int httpStatus, List<Hole> arguments, SortedSet<String> tags,
                              String lifecycle, @Nullable String replacedBy, @Nullable String sunset, String audience,
                              @Nullable String retry, boolean outcomeUnknown, @Nullable Integer lengthLimit) {
        static MessageRow of(Definition it) {
            return new MessageRow(it.position(), it.code(), it.reason(), it.httpStatus(),
                    it.contract().arguments().stream().map(hole -> new Hole(hole.name(), hole.type().label(), hole.example())).toList(),
                    it.tags().names(), it.life().stage().label(), it.life().replacedBy() == null ? null : it.life().replacedBy().value(),
                    it.life().sunset() == null ? null : it.life().sunset().toString(), it.advice().audience().label(),
                    it.advice().retry() == null ? null : it.advice().retry().label(), it.advice().outcomeUnknown(), it.lengthLimit());
        }

        OfMessage recorded() {
            return new OfMessage(new Definition(position, code, reason, httpStatus,
                    new ArgumentContract(arguments.stream().map(it -> new Argument(it.name(), ArgumentType.of(it.type()), it.example())).toList()),
                    Tags.of(tags), new LifecycleInfo(choice(Lifecycle.class, lifecycle), replacedBy == null ? null : new MessageKey(replacedBy),
                    sunset == null ? null : LocalDate.parse(sunset)),
                    new Advice(choice(Audience.class, audience), retry == null ? null : choice(Retry.class, retry), outcomeUnknown),
                    lengthLimit));
        }
    }

    /**
     * @param sourceWording before V0006 a number, which is no digest: such a text is stale when it is brought back
     * @param wordedBy      null in lines from before V0006
     */
    private record TextRow(String syntax, String message, String description, String state, @Nullable String sourceWording,
                           List<Confirmation> confirmed, @Nullable String wordedBy, @Nullable String approvedBy) {
        static TextRow of(OfText it) {
            return new TextRow(it.content().syntax().label(), it.content().message(), it.content().description(), it.state().label(),
                    it.sourceHash(), it.confirmations().all(), it.authors() == null ? null : it.authors().writtenBy(),
                    it.authors() == null ? null : it.authors().approvedBy());
        }

        OfText recorded() {
            return new OfText(new TextContent(Syntax.of(syntax), message, description), choice(TextState.class, state), sourceWording,
                    new Confirmations(confirmed), wordedBy == null ? null : new OfText.Authors(wordedBy, approvedBy));
        }
    }

    private record TermRow(String term, boolean doNotTranslate, String notes, SortedMap<String, String> translations) {
        static TermRow of(OfTerm it) {
            var translations = new TreeMap<String, String>();
            it.translations().forEach((locale, text) -> translations.put(locale.value(), text));
            return new TermRow(it.term(), it.doNotTranslate(), it.notes(), translations);
        }

        OfTerm recorded() {
            var its = new TreeMap<LocaleTag, String>();
            translations.forEach((locale, text) -> its.put(new LocaleTag(locale), text));
            return new OfTerm(term, doNotTranslate, notes, its);
        }
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable HistoryState it) {
        if (it == null) {
            return null;
        }
        var kept = new Kept(it instanceof OfCatalog catalog ? catalog : null, it instanceof OfLocale locale ? locale : null,
                it instanceof OfMessage message ? MessageRow.of(message.definition()) : null,
                it instanceof OfText text ? TextRow.of(text) : null, it instanceof OfTerm term ? TermRow.of(term) : null);
        try {
            return JSON.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public @Nullable HistoryState convertToEntityAttribute(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            var kept = JSON.readValue(json, Kept.class);
            if (kept.text() != null) {
                return kept.text().recorded();
            } else if (kept.message() != null) {
                return kept.message().recorded();
            } else if (kept.term() != null) {
                return kept.term().recorded();
            }
            return kept.catalog() != null ? kept.catalog() : kept.locale();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <E extends Enum<E> & Labelled> E choice(Class<E> type, String label) {
        return Labelled.find(type, label).orElseThrow(() -> new IllegalStateException(type + ": " + label));
    }
}
