package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.TextCounts;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.glossary.Glossary;
import dev.parlance.checks.Finding;
import dev.parlance.checks.text.CheckedTerm;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Some texts of one locale with everything the checks compare them with, loaded in few queries. */
public final class CheckContext {
    private final RunChecks runChecks;
    private final Catalog catalog;
    private final LocaleTag locale;
    private final Map<MessageKey, Message> messages = new HashMap<>();
    private final Map<MessageKey, MessageText> texts;
    private final Map<MessageKey, MessageText> sources;
    private final Map<MessageKey, List<String>> siblings;
    private final List<CheckedTerm> terms;

    /** The repositories that the context is loaded from. */
    record CheckRepositories(Messages messages, Texts texts, Glossary glossary) {
    }

    CheckContext(RunChecks runChecks, CheckRepositories repositories, Catalog catalog, LocaleTag locale, Collection<MessageKey> keys) {
        var name = catalog.name();
        boolean isSource = locale.equals(catalog.sourceLocale());
        this.runChecks = runChecks;
        this.catalog = catalog;
        this.locale = locale;
        repositories.messages().findAll(name, keys).forEach(it -> messages.put(it.key(), it));
        this.texts = repositories.texts().findAll(name, locale, keys);
        this.sources = isSource ? texts : repositories.texts().findAll(name, catalog.sourceLocale(), keys);
        this.siblings = isSource ? Map.of() : repositories.texts().findSiblingTranslations(name, catalog.sourceLocale(), locale, keys);
        this.terms = repositories.glossary().checkedTerms(name, locale);
    }

    /**
     * Returns a message of the context.
     *
     * @throws dev.parlance.problems.ProblemException {@code UNKNOWN_MESSAGE}
     */
    public Message message(MessageKey key) {
        return Optional.ofNullable(messages.get(key))
                .orElseThrow(() -> ProblemType.UNKNOWN_MESSAGE.with(key.value(), catalog.name().value()));
    }

    public Optional<MessageText> text(MessageKey key) {
        return Optional.ofNullable(texts.get(key));
    }

    public Optional<MessageText> source(MessageKey key) {
        return Optional.ofNullable(sources.get(key));
    }

    public boolean isStale(MessageKey key) {
        return text(key).filter(it -> it.isStale(sources.get(key))).isPresent();
    }

    /** Checks the current text of a message; empty if there is none. */
    public List<Finding> check(MessageKey key) {
        return text(key).map(it -> check(key, it.content())).orElse(List.of());
    }

    /** Checks proposed content for a message. */
    public List<Finding> check(MessageKey key, MessageText.TextContent content) {
        return runChecks.check(targetOf(key), content, terms, siblings.getOrDefault(key, List.of()));
    }

    /** Checks all texts, and updates their results and the counts of the catalog. */
    void recordFindings() {
        texts.forEach((key, text) -> {
            var previousCounts = TextCounts.of(text, false);
            runChecks.recordFindings(catalog, text, check(key));
            if (messages.get(key).definition().lifecycle().stage().isReleased()) {
                catalog.addToCounts(locale, TextCounts.of(text, false).plus(previousCounts, -1));
            }
        });
    }

    private RunChecks.CheckTarget targetOf(MessageKey key) {
        return new RunChecks.CheckTarget(catalog, key, message(key).definition(), locale,
                locale.equals(catalog.sourceLocale()) ? Optional.empty() : source(key).map(MessageText::content));
    }
}
