package dev.parlance.storage;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parlance.catalog.Advice;
import dev.parlance.catalog.Audience;
import dev.parlance.catalog.Confirmation;
import dev.parlance.catalog.Confirmations;
import dev.parlance.catalog.CorsOrigins;
import dev.parlance.catalog.GrpcStatus;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.HistoryState.CatalogSettings;
import dev.parlance.catalog.HistoryState.LocaleSettings;
import dev.parlance.catalog.HistoryState.RecordedMessage;
import dev.parlance.catalog.HistoryState.RecordedText;
import dev.parlance.catalog.HistoryState.TermContent;
import dev.parlance.catalog.Labelled;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.LifecycleInfo;
import dev.parlance.catalog.Message.Definition;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.RetryHint;
import dev.parlance.catalog.Tags;
import dev.parlance.catalog.TextState;
import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.ArgumentType;
import dev.parlance.rendering.syntax.Syntax;
import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * The column of a recorded state in history: a JSON object with one member, named after the kind of target.
 *
 * <p>States of all earlier versions stay readable.
 */
@Immutable
@Converter(autoApply = true)
public class HistoryStateColumn extends JsonColumn<HistoryState, HistoryStateColumn.StoredState> {
    record StoredState(@Nullable StoredCatalog catalog, @Nullable LocaleSettings locale, @Nullable StoredMessage message,
            @Nullable StoredText text, @Nullable StoredTerm term) {
    }

    /**
     * @param sourceLocale null unless the change replaced it
     * @param visible      null unless the change replaced it
     * @param errorMembers null for the default ones
     * @param corsOrigins  null for the default
     */
    private record StoredCatalog(String title, boolean reviewRequired, boolean twoPersonRule, @Nullable String sourceLocale,
            @Nullable Boolean visible, @Nullable StoredErrorMembers errorMembers, @Nullable List<String> corsOrigins) {
        static StoredCatalog of(CatalogSettings it) {
            return new StoredCatalog(it.title(), it.reviewRequired(), it.twoPersonRule(),
                    it.sourceLocale() == null ? null : it.sourceLocale().value(), it.publiclyReadable(),
                    it.errorMembers() == null ? null : StoredErrorMembers.of(it.errorMembers()),
                    it.corsOrigins() == null ? null : it.corsOrigins().origins());
        }

        CatalogSettings toHistoryState() {
            return new CatalogSettings(title, reviewRequired, twoPersonRule, sourceLocale == null ? null : new LocaleTag(sourceLocale),
                    visible, errorMembers == null ? null : errorMembers.toErrorMembers(),
                    corsOrigins == null ? null : new CorsOrigins(corsOrigins));
        }
    }

    private record StoredArgumentState(String name, String type, String example) {
    }

    private record StoredMessage(int position, String code, String reason, int httpStatus, @Nullable GrpcStatus grpcStatus,
            List<StoredArgumentState> arguments, SortedSet<String> tags, String lifecycle, @Nullable String replacedBy,
            @Nullable String sunset, String audience, @Nullable String retry, boolean outcomeUnknown, @Nullable Integer lengthLimit,
            @Nullable String fileKey) {
        static StoredMessage of(Definition it) {
            return new StoredMessage(it.position(), it.code(), it.reason(), it.httpStatus(), it.grpcStatus(),
                    it.contract().arguments().stream()
                    .map(argument -> new StoredArgumentState(argument.name(), argument.type().label(), argument.example())).toList(),
                    it.tags().names(), it.lifecycle().stage().label(),
                    it.lifecycle().replacedBy() == null ? null : it.lifecycle().replacedBy().value(),
                    it.lifecycle().sunset() == null ? null : it.lifecycle().sunset().toString(), it.advice().audience().label(),
                    it.advice().retry() == null ? null : it.advice().retry().label(), it.advice().outcomeUnknown(), it.lengthLimit(),
                    it.fileKey());
        }

        RecordedMessage toHistoryState() {
            return new RecordedMessage(new Definition(position, code, reason, httpStatus, grpcStatus,
                    new ArgumentContract(arguments.stream().map(it -> new Argument(it.name(), ArgumentType.of(it.type()), it.example()))
                    .toList()),
                    Tags.of(tags), new LifecycleInfo(fromLabel(Lifecycle.class, lifecycle),
                    replacedBy == null ? null : new MessageKey(replacedBy),
                    sunset == null ? null : LocalDate.parse(sunset)),
                    new Advice(fromLabel(Audience.class, audience), retry == null ? null : fromLabel(RetryHint.class, retry),
                    outcomeUnknown),
                    lengthLimit, fileKey));
        }
    }

    /**
     * @param sourceWording before V0006 a number instead of a digest; such a text is stale once restored
     * @param wordedBy      null in changes from before V0006
     */
    private record StoredText(String syntax, String message, String description, String state, @Nullable String sourceWording,
                           List<Confirmation> confirmed, @Nullable String wordedBy, @Nullable String approvedBy) {
        static StoredText of(RecordedText it) {
            return new StoredText(it.content().syntax().label(), it.content().message(), it.content().description(), it.state().label(),
                    it.sourceHash(), it.confirmations().all(), it.attribution() == null ? null : it.attribution().author(),
                    it.attribution() == null ? null : it.attribution().approver());
        }

        RecordedText toHistoryState() {
            return new RecordedText(new TextContent(Syntax.of(syntax), message, description), fromLabel(TextState.class, state),
                    sourceWording,
                    new Confirmations(confirmed), wordedBy == null ? null : new RecordedText.Attribution(wordedBy, approvedBy));
        }
    }

    private record StoredTerm(String term, boolean doNotTranslate, String notes, SortedMap<String, String> translations) {
        static StoredTerm of(TermContent it) {
            var translations = new TreeMap<String, String>();
            it.translations().forEach((locale, text) -> translations.put(locale.value(), text));
            return new StoredTerm(it.term(), it.doNotTranslate(), it.notes(), translations);
        }

        TermContent toHistoryState() {
            var byLocale = new TreeMap<LocaleTag, String>();
            translations.forEach((locale, text) -> byLocale.put(new LocaleTag(locale), text));
            return new TermContent(term, doNotTranslate, notes, byLocale);
        }
    }

    public HistoryStateColumn() {
        super(new TypeReference<>() { });
    }

    @Override
    StoredState toJson(HistoryState state) {
        return new StoredState(state instanceof CatalogSettings catalog ? StoredCatalog.of(catalog) : null,
                state instanceof LocaleSettings locale ? locale : null,
                state instanceof RecordedMessage message ? StoredMessage.of(message.definition()) : null,
                state instanceof RecordedText text ? StoredText.of(text) : null,
                state instanceof TermContent term ? StoredTerm.of(term) : null);
    }

    @Override
    HistoryState fromJson(StoredState stored) {
        if (stored.text() != null) {
            return stored.text().toHistoryState();
        } else if (stored.message() != null) {
            return stored.message().toHistoryState();
        } else if (stored.term() != null) {
            return stored.term().toHistoryState();
        }
        return stored.catalog() != null ? stored.catalog().toHistoryState() : stored.locale();
    }

    private static <E extends Enum<E> & Labelled> E fromLabel(Class<E> type, String label) {
        return Labelled.findByLabel(type, label).orElseThrow(() -> new IllegalStateException(type + ": " + label));
    }
}
