package dev.parlance.catalog.suggestions;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.MessageId;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.editing.EditTexts;
import dev.parlance.catalog.editing.EditTexts.SaveTextCommand;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Suggests translations from the translation memory and from machine translation. */
@Singleton
public final class SuggestTexts {
    private static final int MAX_SUGGESTIONS = 10;

    private final Catalogs catalogs;
    private final Texts texts;
    private final TranslationMemory translationMemory;
    private final MachineTranslation machineTranslation;
    private final Transactions transactions;

    public SuggestTexts(Catalogs catalogs, Texts texts, TranslationMemory translationMemory, MachineTranslation machineTranslation,
            Transactions transactions) {
        this.catalogs = catalogs;
        this.texts = texts;
        this.translationMemory = translationMemory;
        this.machineTranslation = machineTranslation;
        this.transactions = transactions;
    }

    /**
     * A request for suggestions.
     *
     * @param locale          target locale, which the catalog offers and which is not its source locale
     * @param visibleCatalogs catalogs that the caller may read
     * @param includeMachine  whether to ask machine translation too
     */
    public record SuggestionQuery(CatalogName catalog, LocaleTag locale, Set<CatalogName> visibleCatalogs, boolean includeMachine) {
    }

    /**
     * Suggestions, the best first.
     *
     * @param machineProblem the reason why machine translation suggested nothing, if it was asked
     */
    public record Suggestions(List<Suggestion> all, Optional<ProblemException> machineProblem) {
    }

    /**
     * Returns suggestions for the source text of a message.
     *
     * @throws ProblemException {@code UNKNOWN_CATALOG}, {@code UNKNOWN_LOCALE} or {@code UNKNOWN_TEXT}
     */
    public Suggestions suggestForMessage(SuggestionQuery query, MessageKey key) {
        var results = transactions.call(() -> {
            var catalog = requireTargetLocale(query.catalog(), query.locale());
            return searchMemory(query, catalog.sourceLocale(), requireSource(catalog, key),
                    Optional.of(new MessageId(catalog.name().value(), key.value())));
        });
        return addMachineSuggestion(query, results);
    }

    /**
     * Returns suggestions for any text in the source locale of the catalog.
     *
     * @throws ProblemException {@code UNKNOWN_CATALOG} or {@code UNKNOWN_LOCALE}
     */
    public Suggestions suggestForText(SuggestionQuery query, TextContent source) {
        var results = transactions.call(() ->
                searchMemory(query, requireTargetLocale(query.catalog(), query.locale()).sourceLocale(), source, Optional.empty()));
        return addMachineSuggestion(query, results);
    }

    /**
     * Returns a machine translation of a message as a draft for {@link EditTexts}.
     *
     * <p>The draft refers to the translated source content, so it becomes stale if the source changes meanwhile.
     *
     * @throws ProblemException as {@link #suggestForMessage} and {@link MachineTranslation#translate}
     */
    public SaveTextCommand translateDraft(CatalogName name, MessageKey key, LocaleTag locale) {
        record Source(LocaleTag locale, TextContent content) {
        }
        var source = transactions.call(() -> {
            var catalog = requireTargetLocale(name, locale);
            return new Source(catalog.sourceLocale(), requireSource(catalog, key));
        });
        return new SaveTextCommand(machineTranslation.translate(source.content(), source.locale(), locale), TextState.DRAFT, Map.of(),
                source.content().contentHash());
    }

    private record MemoryResults(LocaleTag sourceLocale, TextContent source, List<Suggestion> suggestions) {
    }

    private MemoryResults searchMemory(SuggestionQuery query, LocaleTag sourceLocale, TextContent source,
            Optional<MessageId> excludedMessage) {
        return new MemoryResults(sourceLocale, source, translationMemory.findSimilar(
                new TranslationMemory.Query(source.message(), sourceLocale, query.locale(), query.visibleCatalogs(), excludedMessage),
                        MAX_SUGGESTIONS));
    }

    private Suggestions addMachineSuggestion(SuggestionQuery query, MemoryResults results) {
        if (!query.includeMachine()) {
            return new Suggestions(results.suggestions(), Optional.empty());
        }
        try {
            var all = new ArrayList<>(results.suggestions());
            all.add(new Suggestion(results.source().message(),
                    machineTranslation.translate(results.source(), results.sourceLocale(), query.locale()), 1, Optional.empty()));
            return new Suggestions(List.copyOf(all), Optional.empty());
        } catch (ProblemException e) {
            return new Suggestions(results.suggestions(), Optional.of(e));
        }
    }

    private Catalog requireTargetLocale(CatalogName name, LocaleTag locale) {
        var catalog = catalogs.find(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value()));
        if (catalog.findLocale(locale).isEmpty() || catalog.sourceLocale().equals(locale)) {
            throw catalog.unknownLocale(locale);
        }
        return catalog;
    }

    private TextContent requireSource(Catalog catalog, MessageKey key) {
        return texts.find(catalog.name(), key, catalog.sourceLocale()).map(MessageText::content)
                .orElseThrow(() -> ProblemType.UNKNOWN_TEXT.with(key.value(), catalog.sourceLocale().value()));
    }
}
