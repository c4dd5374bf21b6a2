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
import dev.parlance.catalog.editing.EditTexts.TextDraft;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How others translated the like, and how a machine would. */
@Singleton
public final class SuggestTexts {
    private static final int MOST = 10;

    private final Catalogs catalogs;
    private final Texts texts;
    private final TranslationMemory memory;
    private final MachineTranslation machine;
    private final Transactions transactions;

    public SuggestTexts(Catalogs catalogs, Texts texts, TranslationMemory memory, MachineTranslation machine, Transactions transactions) {
        this.catalogs = catalogs;
        this.texts = texts;
        this.memory = memory;
        this.machine = machine;
        this.transactions = transactions;
    }

    /**
     * What is to be translated into which of the catalog's locales.
     *
     * @param visible the catalogs that the caller may see
     * @param machine whether the machine is asked too
     */
    public record SuggestionRequest(CatalogName catalog, LocaleTag locale, Set<CatalogName> visible, boolean includeMachine) {
    }

    /** @param refused why the machine suggests nothing, where it was asked */
    public record Suggestions(List<Suggestion> all, Optional<ProblemException> machineProblem) {
    }

    /** For the source of a message. */
    public Suggestions forMessage(SuggestionRequest question, MessageKey key) {
        var asked = transactions.call(() -> {
            var catalog = requireTarget(question.catalog(), question.locale());
            return recall(question, catalog.sourceLocale(), source(catalog, key), Optional.of(new MessageId(catalog.name().value(), key.value())));
        });
        return withMachine(question, asked);
    }

    /** For any text in the language of the catalog's source. */
    public Suggestions forText(SuggestionRequest question, TextContent source) {
        var asked = transactions.call(() ->
                recall(question, requireTarget(question.catalog(), question.locale()).sourceLocale(), source, Optional.empty()));
        return withMachine(question, asked);
    }

    /** The source of a message as the machine translates it: a draft for {@link EditTexts}, stale if somebody words the source meanwhile. */
    public TextDraft draft(CatalogName name, MessageKey key, LocaleTag locale) {
        record Source(LocaleTag locale, TextContent wording) {
        }
        var source = transactions.call(() -> {
            var catalog = requireTarget(name, locale);
            return new Source(catalog.sourceLocale(), source(catalog, key));
        });
        return new TextDraft(machine.translate(source.wording(), source.locale(), locale), TextState.DRAFT, Map.of(),
                source.wording().contentHash());
    }

    private record Recalled(LocaleTag from, TextContent source, List<Suggestion> remembered) {
    }

    private Recalled recall(SuggestionRequest question, LocaleTag from, TextContent source, Optional<MessageId> except) {
        return new Recalled(from, source, memory.recall(
                new TranslationMemory.Query(source.message(), from, question.locale(), question.visible(), except), MOST));
    }

    private Suggestions withMachine(SuggestionRequest question, Recalled asked) {
        if (!question.includeMachine()) {
            return new Suggestions(asked.remembered(), Optional.empty());
        }
        try {
            var all = new ArrayList<>(asked.remembered());
            all.add(new Suggestion(asked.source().message(), machine.translate(asked.source(), asked.from(), question.locale()), 1, Optional.empty()));
            return new Suggestions(List.copyOf(all), Optional.empty());
        } catch (ProblemException e) {
            return new Suggestions(asked.remembered(), Optional.of(e));
        }
    }

    private Catalog requireTarget(CatalogName name, LocaleTag locale) {
        var catalog = catalogs.find(name).orElseThrow(() -> ProblemType.UNKNOWN_CATALOG.with(name.value()));
        if (catalog.locale(locale).isEmpty() || catalog.sourceLocale().equals(locale)) {
            throw catalog.unknownLocale(locale);
        }
        return catalog;
    }

    private TextContent source(Catalog catalog, MessageKey key) {
        return texts.find(catalog.name(), key, catalog.sourceLocale()).map(MessageText::content)
                .orElseThrow(() -> ProblemType.UNKNOWN_TEXT.with(key.value(), catalog.sourceLocale().value()));
    }
}
