package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Texts;
import dev.parlance.catalog.events.CatalogEvent.FindingsAdded;
import dev.parlance.catalog.events.CatalogEvent.TextErrors;
import dev.parlance.catalog.events.CatalogEvents;
import dev.parlance.catalog.glossary.Glossary;
import dev.parlance.checks.CheckInput;
import dev.parlance.checks.Checks;
import dev.parlance.checks.Finding;
import dev.parlance.checks.Severity;
import dev.parlance.checks.text.CheckedTerm;
import dev.parlance.checks.text.CheckedText;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs the checks on the texts of a draft. */
@Singleton
public final class RunChecks {
    private static final int BATCH_SIZE = 500;
    private static final int MAX_SYNCHRONOUS_TEXTS = 20_000;

    private final Checks checks;
    private final Catalogs catalogs;
    private final CheckContext.CheckRepositories repositories;
    private final CatalogEvents events;

    public RunChecks(Checks checks, Catalogs catalogs, Messages messages, Texts texts, Glossary glossary, CatalogEvents events) {
        this.checks = checks;
        this.catalogs = catalogs;
        this.repositories = new CheckContext.CheckRepositories(messages, texts, glossary);
        this.events = events;
    }

    /**
     * The message and locale that checked content belongs to.
     *
     * @param source the source content; empty when the source itself is checked
     */
    public record CheckTarget(Catalog catalog, MessageKey key, Message.Definition definition, LocaleTag locale,
            Optional<TextContent> source) {
    }

    /** Checks content, stored or not. Returns errors first. */
    public List<Finding> check(CheckTarget target, TextContent content) {
        var catalog = target.catalog();
        var siblings = target.source().isEmpty() ? Map.<MessageKey, List<String>>of()
                : repositories.texts().findSiblingTranslations(catalog.name(), catalog.sourceLocale(), target.locale(),
                List.of(target.key()));
        return check(target, content, repositories.glossary().checkedTerms(catalog.name(), target.locale()),
                siblings.getOrDefault(target.key(), List.of()));
    }

    /** Checks content with terms and siblings that are loaded in advance, as for many texts. */
    public List<Finding> check(CheckTarget target, TextContent content, List<CheckedTerm> terms, List<String> siblings) {
        var definition = target.definition();
        return checks.run(new CheckInput(target.catalog().sourceLocale(), target.locale(), toCheckedText(content),
                target.source().map(RunChecks::toCheckedText),
                definition.contract(), definition.lengthLimit() == null ? OptionalInt.empty() : OptionalInt.of(definition.lengthLimit()),
                terms, siblings));
    }

    /** Loads some texts of one locale, to be checked together. */
    public CheckContext loadContext(Catalog catalog, LocaleTag locale, Collection<MessageKey> keys) {
        return new CheckContext(this, repositories, catalog, locale, keys);
    }

    /**
     * Checks a batch of unchecked texts.
     *
     * <p>Texts are unchecked if they were shipped, if their results were reset, or if they are older than the checks. Runs in the
     * transaction of the caller, who holds the lock on the catalog. Releases all loaded rows, as {@link Catalogs#writePending}: otherwise
     * each query would compare all texts of a large catalog with their stored state.
     *
     * @return whether there may be more
     */
    boolean recheckBatch(Catalog catalog) {
        var batch = repositories.texts().findUnchecked(catalog.name(), BATCH_SIZE);
        batch.stream().collect(Collectors.groupingBy(MessageText::locale, Collectors.mapping(MessageText::key, Collectors.toList())))
                .forEach((locale, keys) -> loadContext(catalog, locale, keys).recordFindings());
        catalogs.writePending(catalog);
        return batch.size() == BATCH_SIZE;
    }

    /**
     * Checks all unchecked texts, like {@link #recheckBatch}.
     *
     * <p>A backlog that would block other writers for long is left to {@link RecheckBacklog}. It is not started here, because the
     * rejection rolls back the work and every further call would repeat it.
     *
     * @throws dev.parlance.problems.ProblemException {@code BUSY} if more than 20,000 texts are unchecked
     */
    public void recheckAll(Catalog catalog) {
        if (repositories.texts().countUnchecked(catalog.name(), MAX_SYNCHRONOUS_TEXTS + 1) > MAX_SYNCHRONOUS_TEXTS) {
            throw ProblemType.BUSY.with();
        }
        boolean more = true;
        while (more) {
            more = recheckBatch(catalog);
        }
    }

    void recordFindings(Catalog catalog, MessageDraft draft, MessageText text) {
        recordFindings(catalog, text, check(targetOf(catalog, draft, text.locale()), text.content()));
    }

    /** Stores the numbers of errors and unconfirmed warnings with a text, and records an event if there are new errors. */
    void recordFindings(Catalog catalog, MessageText text, List<Finding> findings) {
        int errors = countFindings(findings, Severity.ERROR, Set.of());
        if (errors > text.errors().orElse(0)) {
            events.record(new FindingsAdded(catalog.name(), new TextErrors(text.key(), text.locale(), errors)));
        }
        text.recordFindings(errors,
                countFindings(findings, Severity.WARNING, text.confirmations().checks()));
    }

    static CheckTarget targetOf(Catalog catalog, MessageDraft draft, LocaleTag locale) {
        return new CheckTarget(catalog, draft.message().key(), draft.message().definition(), locale,
                locale.equals(catalog.sourceLocale()) ? Optional.empty() : draft.sourceContent());
    }

    private static int countFindings(List<Finding> findings, Severity severity, Set<String> confirmedChecks) {
        return (int) findings.stream().filter(it -> it.severity() == severity && !confirmedChecks.contains(it.check())).count();
    }

    private static CheckedText toCheckedText(TextContent content) {
        return new CheckedText(content.syntax(), content.message(), content.description());
    }
}
