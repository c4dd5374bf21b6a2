package dev.parlance.catalog.memory;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.DraftQuery;
import dev.parlance.catalog.DraftQuery.TextFilter;
import dev.parlance.catalog.Lifecycle;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.TextId;
import dev.parlance.catalog.TextState;
import dev.parlance.locales.LocaleTag;
import dev.parlance.locales.SearchFolding;
import java.util.Optional;
import java.util.function.Predicate;

/** A {@link DraftQuery} as a predicate. */
record InMemoryDraftFilter(InMemoryTables tables, Catalog catalog, DraftQuery query) implements Predicate<Message> {

    @Override
    public boolean test(Message message) {
        var definition = message.definition();
        var stage = definition.lifecycle().stage();
        return (query.lifecycle() == null ? stage != Lifecycle.RETIRED : stage == query.lifecycle())
                && (query.textFilters().isEmpty() || query.textFilters().stream().anyMatch(it -> matches(it, message)))
                && (query.tag() == null || definition.tags().contains(query.tag()))
                && (query.prefix() == null || message.key().value().startsWith(query.prefix()))
                && (query.code() == null || definition.code().equals(query.code()))
                && (query.author() == null || text(message, query.locale()).filter(it -> it.author().equals(query.author())).isPresent())
                && (query.searchTerm() == null || containsSearchTerm(query.searchTerm(), message));
    }

    private boolean matches(TextFilter filter, Message message) {
        var text = text(message, query.locale());
        return switch (filter) {
            case UNTRANSLATED -> text.isEmpty();
            case DRAFT -> text.filter(it -> it.state() == TextState.DRAFT).isPresent();
            case TRANSLATED -> text.filter(it -> it.state() == TextState.TRANSLATED).isPresent();
            case APPROVED -> text.filter(it -> it.state() == TextState.APPROVED).isPresent();
            case STALE -> text.filter(it -> it.isStale(text(message, catalog.sourceLocale()).orElse(null))).isPresent();
            case REJECTED -> text.filter(MessageText::rejected).isPresent();
            case ERRORS -> text.filter(it -> it.errors().orElse(0) > 0).isPresent();
            case WARNINGS -> text.filter(it -> it.warnings().orElse(0) > 0).isPresent();
        };
    }

    private boolean containsSearchTerm(String term, Message message) {
        return contains(term, SearchFolding.ofIdentifiers(), message.key().value() + '\n' + message.definition().reason())
                || containsInText(term, query.locale(), message) || containsInText(term, catalog.sourceLocale(), message);
    }

    private boolean containsInText(String term, LocaleTag locale, Message message) {
        return text(message, locale).filter(it ->
                contains(term, new SearchFolding(locale), it.content().message() + '\n' + it.content().description()))
                .isPresent();
    }

    private static boolean contains(String term, SearchFolding folding, String text) {
        return !folding.fold(term).isEmpty() && folding.fold(text).contains(folding.fold(term));
    }

    private Optional<MessageText> text(Message message, LocaleTag locale) {
        return Optional.ofNullable(tables.texts.get(new TextId(catalog.name().value(), message.key().value(), locale.value())));
    }
}
