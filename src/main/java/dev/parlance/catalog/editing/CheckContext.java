package dev.parlance.catalog.editing;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.Counts;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.Messages;
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

/** Some texts of one locale with all that the checks compare them with, read in few queries. */
public final class CheckContext {
    private final RunChecks judge;
    private final Catalog catalog;
    private final LocaleTag locale;
    private final Map<MessageKey, Message> messages = new HashMap<>();
    private final Map<MessageKey, MessageText> texts;
    private final Map<MessageKey, MessageText> sources;
    private final Map<MessageKey, List<String>> siblings;
    private final List<CheckedTerm> terms;

    /** Where what is compared is read. */
    record Stores(Messages messages, Texts texts, Glossary glossary) {
    }

    CheckContext(RunChecks judge, Stores ports, Catalog catalog, LocaleTag locale, Collection<MessageKey> keys) {
        var name = catalog.name();
        boolean source = locale.equals(catalog.sourceLocale());
        this.judge = judge;
        this.catalog = catalog;
        this.locale = locale;
        ports.messages().of(name, keys).forEach(it -> messages.put(it.key(), it));
        this.texts = ports.texts().of(name, locale, keys);
        this.sources = source ? texts : ports.texts().of(name, catalog.sourceLocale(), keys);
        this.siblings = source ? Map.of() : ports.texts().siblings(name, catalog.sourceLocale(), locale, keys);
        this.terms = ports.glossary().terms(name, locale);
    }

    public Message message(MessageKey key) {
        return Optional.ofNullable(messages.get(key)).orElseThrow(() -> ProblemType.UNKNOWN_MESSAGE.with(key.value(), catalog.name().value()));
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

    /** Of the text as it is; none where there is none. */
    public List<Finding> findings(MessageKey key) {
        return text(key).map(it -> findings(key, it.content())).orElse(List.of());
    }

    /** Of what it might say instead. */
    public List<Finding> findings(MessageKey key, MessageText.TextContent wording) {
        return judge.findings(place(key), wording, terms, siblings.getOrDefault(key, List.of()));
    }

    /** Lets each text know what is found, and the catalog how many texts have faults. */
    void check() {
        texts.forEach((key, text) -> {
            var before = Counts.of(text, false);
            judge.check(text, findings(key));
            if (messages.get(key).definition().life().stage().isReleased()) {
                catalog.addToCounts(locale, Counts.of(text, false).plus(before, -1));
            }
        });
    }

    private RunChecks.Place place(MessageKey key) {
        return new RunChecks.Place(catalog, key, message(key).definition(), locale,
                locale.equals(catalog.sourceLocale()) ? Optional.empty() : source(key).map(MessageText::content));
    }
}
