package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.Messages;
import dev.parlance.catalog.Texts;
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

/** What the checks say of the texts of a draft. */
@Singleton
public final class RunChecks {
    private static final int AT_A_TIME = 500;
    private static final int MOST_WHILE_OTHERS_WAIT = 10_000;

    private final Checks checks;
    private final CheckContext.Stores ports;

    public RunChecks(Checks checks, Messages messages, Texts texts, Glossary glossary) {
        this.checks = checks;
        this.ports = new CheckContext.Stores(messages, texts, glossary);
    }

    /**
     * One text, and what it stands beside.
     *
     * @param source empty for the source itself
     */
    public record Place(Catalog catalog, MessageKey key, Message.Definition definition, LocaleTag locale, Optional<TextContent> source) {
    }

    /** Whether or not it is stored. Errors first. */
    public List<Finding> findings(Place place, TextContent wording) {
        var catalog = place.catalog();
        var siblings = place.source().isEmpty() ? Map.<MessageKey, List<String>>of()
                : ports.texts().siblings(catalog.name(), catalog.sourceLocale(), place.locale(), List.of(place.key()));
        return findings(place, wording, ports.glossary().terms(catalog.name(), place.locale()),
                siblings.getOrDefault(place.key(), List.of()));
    }

    /** As {@link #findings(Place, Wording)}, for who looks at many texts and knows what they stand beside. */
    public List<Finding> findings(Place place, TextContent wording, List<CheckedTerm> terms, List<String> siblings) {
        var definition = place.definition();
        return checks.run(new CheckInput(place.catalog().sourceLocale(), place.locale(), checkedText(wording), place.source().map(RunChecks::checkedText),
                definition.contract(), definition.lengthLimit() == null ? OptionalInt.empty() : OptionalInt.of(definition.lengthLimit()),
                terms, siblings));
    }

    /** Some texts of one locale, to be looked at together. */
    public CheckContext contextOf(Catalog catalog, LocaleTag locale, Collection<MessageKey> keys) {
        return new CheckContext(this, ports, catalog, locale, keys);
    }

    /**
     * Looks at some of the texts that were worded without being looked at: those that were shipped, or stem from before there were
     * checks. In the transaction of the caller, who holds the lock on the catalog.
     *
     * @return whether there may be more
     */
    boolean recheckBatch(Catalog catalog) {
        var some = ports.texts().findUnchecked(catalog.name(), AT_A_TIME);
        some.stream().collect(Collectors.groupingBy(MessageText::locale, Collectors.mapping(MessageText::key, Collectors.toList())))
                .forEach((locale, keys) -> contextOf(catalog, locale, keys).check());
        return some.size() == AT_A_TIME;
    }

    /**
     * As {@link #catchUpSome}, all of them. So many that others would wait for long are left to {@link RecheckBacklog}, and not begun:
     * what a refusal rolls back would be done again by each who asks.
     */
    public void recheck(Catalog catalog) {
        if (ports.texts().countUnchecked(catalog.name(), MOST_WHILE_OTHERS_WAIT + 1) > MOST_WHILE_OTHERS_WAIT) {
            throw ProblemType.BUSY.with();
        }
        boolean more = true;
        while (more) {
            more = recheckBatch(catalog);
        }
    }

    void check(Catalog catalog, MessageDraft draft, MessageText text) {
        check(text, findings(place(catalog, draft, text.locale()), text.content()));
    }

    /** Lets a text know how many errors and warnings it has. */
    void check(MessageText text, List<Finding> findings) {
        text.recordFindings(count(findings, Severity.ERROR, Set.of()), count(findings, Severity.WARNING, text.confirmations().checks()));
    }

    static Place place(Catalog catalog, MessageDraft draft, LocaleTag locale) {
        return new Place(catalog, draft.message().key(), draft.message().definition(), locale,
                locale.equals(catalog.sourceLocale()) ? Optional.empty() : draft.source());
    }

    private static int count(List<Finding> findings, Severity severity, Set<String> confirmed) {
        return (int) findings.stream().filter(it -> it.severity() == severity && !confirmed.contains(it.check())).count();
    }

    private static CheckedText checkedText(TextContent wording) {
        return new CheckedText(wording.syntax(), wording.message(), wording.description());
    }
}
