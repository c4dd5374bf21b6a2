package dev.parlance.exchange.imports;

import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.catalog.TextState;
import dev.parlance.exchange.imports.DefinitionPlan.InvalidDefinition;
import dev.parlance.exchange.imports.ImportEntry.Kind;
import dev.parlance.exchange.imports.ImportEntry.Reason;
import dev.parlance.exchange.imports.ImportOptions.ReviewedTexts;
import dev.parlance.formats.FileDetails;
import dev.parlance.formats.FileEntry;
import dev.parlance.formats.ReviewState;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares entries of files with stored messages. Computing a plan modifies only the {@link CatalogIndex}.
 *
 * <p>One plan serves all files of an import. It processes the messages in batches, those of the source locale first.
 */
final class ImportPlan {
    private final ImportOptions options;
    private final CatalogIndex index;
    private final Set<LocaleTag> offered;
    private final ErrorChecks checks;
    private final DefinitionPlan definitions;

    /** Finds the errors of texts, which must not be stored. */
    interface ErrorChecks {

        /** Returns the names of the checks that find an error in each text, in the order of the texts. */
        List<List<String>> findErrors(List<CheckedContent> texts);

        /** @param source the source content; empty if the text is the source */
        record CheckedContent(MessageKey key, Message.Definition definition, LocaleTag locale, TextContent content,
                Optional<TextContent> source) {
        }
    }

    /** @param offered the locales of the catalog */
    ImportPlan(ImportOptions options, CatalogIndex index, Set<LocaleTag> offered, ErrorChecks checks) {
        this.options = options;
        this.index = index;
        this.offered = offered;
        this.checks = checks;
        this.definitions = new DefinitionPlan(index);
    }

    /** A stored message with the texts that the entries may change, and its source text. */
    record StoredMessage(Message.Definition definition, Map<LocaleTag, StoredText> texts) {
    }

    record StoredText(TextContent content, TextState state) {
    }

    /** @param content empty to remove the text */
    record PlannedText(LocaleTag locale, Optional<TextContent> content, TextState state) {
    }

    /** @param definition the new or changed definition */
    record PlannedMessage(MessageKey key, boolean isNew, Optional<Message.Definition> definition, List<PlannedText> texts) {
    }

    /** @param entries all entries, including unchanged ones */
    record Part(List<PlannedMessage> messages, List<ImportEntry> entries) {
    }

    /**
     * Plans some messages of a file.
     *
     * @param groups entries by message, each message once
     * @param stored by key; messages that do not exist are absent
     */
    Part plan(ReadFile file, Map<MessageKey, List<FileEntry>> groups, Map<MessageKey, StoredMessage> stored) {
        var candidates = new ArrayList<Candidate>();
        var texts = new ArrayList<ErrorChecks.CheckedContent>();
        groups.forEach((key, entries) -> {
            var candidate = candidate(file, key, entries, Optional.ofNullable(stored.get(key)));
            candidates.add(candidate);
            candidate.texts().forEach(it -> texts.add(new ErrorChecks.CheckedContent(key, candidate.definition(), it.locale(),
                    it.content(), it.locale().equals(index.source()) ? Optional.empty() : candidate.source())));
        });
        var errors = checks.findErrors(texts).iterator();
        var messages = new ArrayList<PlannedMessage>();
        var report = new ArrayList<ImportEntry>();
        for (var candidate : candidates) {
            complete(candidate, candidate.texts().stream().map(it -> errors.next()).toList()).ifPresent(messages::add);
            report.addAll(candidate.entries());
        }
        return new Part(messages, report);
    }

    private Candidate candidate(ReadFile file, MessageKey key, List<FileEntry> entries, Optional<StoredMessage> stored) {
        var converted = new ArrayList<ConvertedEntry>();
        entries.forEach(entry -> entry.texts().forEach(it -> converted.add(file.convert(entry, it))));
        var details = entries.stream().map(FileEntry::details).filter(it -> !it.equals(FileDetails.NONE)).findFirst()
                .orElse(FileDetails.NONE);
        var before = index.definition(key);
        var storedSource = stored.flatMap(it -> Optional.ofNullable(it.texts().get(index.source()))).map(StoredText::content);
        if (storedSource.isEmpty() && index.newSource(key).isEmpty()) {
            // The source text beside a translation may be older than that of the catalog, so it must not replace it.
            entries.forEach(entry -> file.convertSource(entry).ifPresent(converted::add));
        }
        var fileSource = converted.stream().filter(it -> it.locale().equals(index.source()) && it.text().isPresent()).findFirst();
        var first = entries.get(0);
        Message.Definition definition;
        try {
            if (before.isEmpty() && fileSource.isEmpty()) {
                throw new InvalidDefinition(Reason.NO_SOURCE_TEXT, "");
            }
            definition = before.map(it -> definitions.update(it, details, fileSource.isPresent(), fileSource.filter(text ->
                    storedSource.filter(old -> TextComparison.isSame(text, old, it.contract())).isEmpty()).flatMap(ConvertedEntry::text)))
                    .orElseGet(() -> definitions.create(key, first.key(), details, fileSource.flatMap(ConvertedEntry::text).orElseThrow()));
            if (!before.equals(Optional.of(definition)) && !options.writable().test(index.source())) {
                throw new InvalidDefinition(Reason.NOT_PERMITTED, "");
            }
        } catch (InvalidDefinition invalid) {
            return rejected(file, key, first, invalid, converted);
        }
        var newDefinition = definition;
        var source = fileSource.flatMap(it -> TextComparison.changed(it, storedSource, newDefinition.contract()))
                .or(() -> index.newSource(key)).or(() -> storedSource);
        if (before.isEmpty()) {
            index.put(key, definition);
        }
        index.markSeen(key);
        var candidate = new Candidate(file, key, first, definition, before, source);
        converted.forEach(it -> addText(candidate, it, stored));
        return candidate;
    }

    /** Refuses all texts for the same reason as the definition. A message without texts results in one entry. */
    private Candidate rejected(ReadFile file, MessageKey key, FileEntry first, InvalidDefinition invalid,
            Collection<ConvertedEntry> converted) {
        var candidate = new Candidate(file, key, first, DefinitionPlan.NONE, Optional.of(DefinitionPlan.NONE),
                Optional.empty());
        converted.forEach(it -> candidate.report(Kind.REFUSED, it.line(), Optional.of(it.locale()), it.error().isPresent()
                && invalid.reason() == Reason.NO_SOURCE_TEXT ? Reason.INVALID_TEXT : invalid.reason(),
                it.error().orElse(invalid.detail())));
        if (converted.isEmpty()) {
            candidate.report(Kind.REFUSED, first.line(), Optional.empty(), invalid.reason(), invalid.detail());
        }
        return candidate;
    }

    private void addText(Candidate candidate, ConvertedEntry entry, Optional<StoredMessage> stored) {
        var locale = entry.locale();
        if (!options.writable().test(locale)) {
            refuse(candidate, entry, Reason.NOT_PERMITTED, "");
        } else if (!offered.contains(locale) && !options.addLocales()) {
            refuse(candidate, entry, Reason.LOCALE_NOT_OFFERED, "");
        } else if (entry.text().isEmpty()) {
            refuse(candidate, entry, Reason.INVALID_TEXT, entry.error().orElse(""));
        } else {
            switch (index.markSeen(candidate.key(), locale, entry.text().get().toString())) {
                case FIRST -> compare(candidate, entry, stored.flatMap(it -> Optional.ofNullable(it.texts().get(locale))));
                case REPEATED -> {
                }
                case DIFFERENT -> refuse(candidate, entry, Reason.DUPLICATE_KEY, "");
            }
        }
    }

    private static void refuse(Candidate candidate, ConvertedEntry entry, Reason reason, String detail) {
        candidate.report(Kind.REFUSED, entry.line(), Optional.of(entry.locale()), reason, detail);
    }

    private void compare(Candidate candidate, ConvertedEntry entry, Optional<StoredText> stored) {
        var content = TextComparison.changed(entry, stored.map(StoredText::content), candidate.definition().contract());
        var state = stateOf(entry.state(), stored, content.isPresent());
        boolean sameState = stored.map(StoredText::state).equals(Optional.of(state));
        if (stored.isPresent() && content.isEmpty() && sameState) {
            candidate.report(Kind.SAME, entry.line(), Optional.of(entry.locale()), Reason.UNCHANGED, "");
        } else if (stored.filter(it -> it.state() == TextState.APPROVED).isPresent() && options.reviewed() != ReviewedTexts.OVERWRITE) {
            candidate.report(Kind.CONFLICTING, entry.line(), Optional.of(entry.locale()), Reason.APPROVED, "");
        } else if (content.flatMap(it -> ReadFile.findFault("/description", it.syntax(), it.description())).isPresent()) {
            refuse(candidate, entry, Reason.INVALID_TEXT, "the description is too long");
        } else {
            var reason = stored.isEmpty() ? candidate.before().isEmpty() ? Reason.NEW_MESSAGE : Reason.NEW_TEXT
                    : content.isEmpty() ? Reason.STATE
                    : content.get().message().equals(stored.get().content().message()) ? Reason.DESCRIPTION : Reason.TEXT;
            candidate.texts().add(new Candidate.CheckedText(entry.locale(), entry.line(),
                    content.orElseGet(() -> stored.orElseThrow().content()), state, stored.isEmpty() ? Kind.NEW : Kind.CHANGED, reason));
        }
    }

    /** Returns the state of an imported text. An import never approves, because approval requires a user with the permission. */
    private static TextState stateOf(Optional<ReviewState> file, Optional<StoredText> stored, boolean changed) {
        if (file.isEmpty()) {
            return stored.isPresent() && !changed ? stored.get().state() : TextState.TRANSLATED;
        }
        boolean approved = stored.filter(it -> it.state() == TextState.APPROVED).isPresent() && !changed;
        return file.get() == ReviewState.DRAFT ? TextState.DRAFT : approved ? TextState.APPROVED : TextState.TRANSLATED;
    }

    /** Returns the changes of a message without the texts that have errors; empty if there are none. */
    private Optional<PlannedMessage> complete(Candidate candidate, List<List<String>> errors) {
        var errorsByText = new HashMap<Candidate.CheckedText, String>();
        for (int i = 0; i < candidate.texts().size(); i++) {
            // A draft may have errors, like a draft that a user saves.
            if (candidate.texts().get(i).state() != TextState.DRAFT && !errors.get(i).isEmpty()) {
                errorsByText.put(candidate.texts().get(i), String.join(", ", errors.get(i)));
            }
        }
        boolean withoutSource = candidate.before().isEmpty()
                && errorsByText.keySet().stream().anyMatch(it -> it.locale().equals(index.source()));
        var accepted = new ArrayList<PlannedText>();
        for (var text : candidate.texts()) {
            if (errorsByText.containsKey(text)) {
                candidate.report(Kind.REFUSED, text.line(), Optional.of(text.locale()), Reason.TEXT_HAS_ERRORS, errorsByText.get(text));
            } else if (withoutSource) {
                candidate.report(Kind.REFUSED, text.line(), Optional.of(text.locale()), Reason.NO_SOURCE_TEXT, "");
            } else {
                candidate.report(text.kind(), text.line(), Optional.of(text.locale()), text.reason(), "");
                accepted.add(new PlannedText(text.locale(), Optional.of(text.content()), text.state()));
            }
        }
        if (withoutSource) {
            index.remove(candidate.key());
            return Optional.empty();
        }
        accepted.stream().filter(it -> it.locale().equals(index.source())).findFirst()
                .ifPresent(it -> index.putSource(candidate.key(), it.content().orElseThrow()));
        return toMessage(candidate, accepted);
    }

    private Optional<PlannedMessage> toMessage(Candidate candidate, List<PlannedText> texts) {
        boolean isNew = candidate.before().isEmpty();
        boolean changed = candidate.before().filter(it -> !it.equals(candidate.definition())).isPresent();
        if (changed) {
            index.put(candidate.key(), candidate.definition());
            candidate.report(Kind.CHANGED, candidate.line(), Optional.empty(), Reason.DEFINITION, "");
        }
        return isNew || changed || !texts.isEmpty() ? Optional.of(new PlannedMessage(candidate.key(), isNew,
                isNew || changed ? Optional.of(candidate.definition()) : Optional.empty(), texts)) : Optional.empty();
    }
}
