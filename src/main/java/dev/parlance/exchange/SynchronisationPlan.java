package dev.parlance.exchange;

import dev.parlance.catalog.Advice;
import dev.parlance.catalog.LifecycleInfo;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The changes that synchronise the database with a shipped catalog. Computing them has no side effects.
 *
 * <p>A row that still equals the content last shipped for it is updated. A row that users changed or created is preserved. A message whose
 * key or reason is taken is skipped with its texts, so that the others can be imported.
 */
record SynchronisationPlan(SortedSet<LocaleTag> newLocales, List<DefinitionChange> messages, List<TextChange> texts,
        List<SyncConflict> conflicts) {

    /** @param stored empty for a new message */
    record DefinitionChange(MessageKey key, Message.Definition definition, Optional<Message> stored) {
        String digest() {
            return digestOf(definition);
        }
    }

    /** @param stored empty for a new text */
    record TextChange(MessageKey key, LocaleTag locale, MessageText.TextContent content, Optional<MessageText> stored) {
        String digest() {
            return digestOf(content);
        }
    }

    static SynchronisationPlan of(ShippedCatalog shipped, Set<LocaleTag> locales, List<Message> messages,
                                  List<MessageText> texts) {
        var newLocales = new TreeSet<>(shipped.toContent().texts().keySet());
        newLocales.removeAll(locales);
        var definitionChanges = definitionChanges(shipped, messages);
        var conflicts = findConflicts(shipped, definitionChanges, messages);
        var conflictingKeys = conflicts.stream().map(SyncConflict::key).collect(Collectors.toSet());
        return new SynchronisationPlan(newLocales, definitionChanges.stream().filter(it -> !conflictingKeys.contains(it.key())).toList(),
                textChanges(shipped, texts).stream().filter(it -> !conflictingKeys.contains(it.key())).toList(), conflicts);
    }

    /**
     * Returns the plan without locales that users removed, and without the texts in them.
     *
     * @param offeredBefore tests whether the catalog ever had a locale; only called for new locales
     */
    SynchronisationPlan withoutRemovedLocales(Predicate<LocaleTag> offeredBefore) {
        var removed = newLocales.stream().filter(offeredBefore).collect(Collectors.toSet());
        var remaining = new TreeSet<>(newLocales);
        remaining.removeAll(removed);
        return new SynchronisationPlan(remaining, messages, texts.stream().filter(it -> !removed.contains(it.locale())).toList(),
                conflicts);
    }

    /**
     * Returns the plan without texts that users removed.
     *
     * @param existedBefore tests whether a text ever existed; not called if its message or locale is new
     */
    SynchronisationPlan withoutRemovedTexts(Predicate<TextChange> existedBefore) {
        var createdKeys = messages.stream().filter(it -> it.stored().isEmpty()).map(DefinitionChange::key).collect(Collectors.toSet());
        return new SynchronisationPlan(newLocales, messages, texts.stream().filter(it -> it.stored().isPresent()
                || createdKeys.contains(it.key()) || newLocales.contains(it.locale()) || !existedBefore.test(it)).toList(), conflicts);
    }

    /** Returns the texts, source texts first, because translations refer to the source content. */
    List<TextChange> textsSourceFirst(LocaleTag source) {
        return texts.stream().sorted(Comparator.comparing(it -> !it.locale().equals(source))).toList();
    }

    boolean isEmpty() {
        return newLocales.isEmpty() && messages.isEmpty() && texts.isEmpty();
    }

    private static List<DefinitionChange> definitionChanges(ShippedCatalog shipped, List<Message> messages) {
        var stored = new HashMap<MessageKey, Message>();
        messages.forEach(message -> stored.put(message.key(), message));
        return shipped.definitions().entrySet().stream()
                .map(it -> new DefinitionChange(it.getKey(), it.getValue(), Optional.ofNullable(stored.get(it.getKey()))))
                .filter(it -> it.stored().map(row -> isUnmodified(row.shippedDigest(), digestOf(row.definition()), it.digest()))
                        .orElse(true))
                .toList();
    }

    private static List<SyncConflict> findConflicts(ShippedCatalog shipped, List<DefinitionChange> defining, List<Message> messages) {
        var keys = shipped.definitions().keySet();
        var owners = messages.stream().collect(Collectors.toMap(it -> it.definition().reason(), Message::key));
        var keyConflicts = messages.stream().filter(it -> it.shippedDigest().isEmpty() && keys.contains(it.key()))
                .map(it -> new SyncConflict(it.key(), it.key()));
        var reasonConflicts = defining.stream().filter(it -> !owners.getOrDefault(it.definition().reason(), it.key()).equals(it.key()))
                .map(it -> new SyncConflict(it.key(), owners.get(it.definition().reason())));
        return Stream.concat(reasonConflicts, keyConflicts).toList();
    }

    private static List<TextChange> textChanges(ShippedCatalog shipped, List<MessageText> texts) {
        record Place(MessageKey key, LocaleTag locale) {
        }
        var stored = new HashMap<Place, MessageText>();
        texts.forEach(text -> stored.put(new Place(text.key(), text.locale()), text));
        var changes = new ArrayList<TextChange>();
        shipped.toContent().texts().forEach((locale, byKey) -> byKey.forEach((name, entry) -> {
            var key = new MessageKey(name);
            var row = Optional.ofNullable(stored.get(new Place(key, locale)));
            var it = new TextChange(key, locale, ShippedCatalog.toContent(entry), row);
            if (row.map(text -> isUnmodified(text.shippedDigest(), digestOf(text.content()), it.digest())).orElse(true)) {
                changes.add(it);
            }
        }));
        return changes;
    }

    private static boolean isUnmodified(Optional<String> lastShipped, String stored, String shipped) {
        return lastShipped.filter(last -> last.equals(stored) && !last.equals(shipped)).isPresent();
    }

    /** Omits members with default values, so that rows stored before these members existed keep their digests. */
    private static String digestOf(Message.Definition it) {
        var parts = new ArrayList<>(List.of(Integer.toString(it.position()), it.code(), it.reason(),
                Integer.toString(it.httpStatus())));
        it.contract().arguments().forEach(argument -> parts.addAll(List.of(argument.name(), argument.type().label(), argument.example())));
        if (!it.tags().isEmpty()) {
            parts.add(String.join(" ", it.tags().names()));
        }
        if (!it.lifecycle().equals(LifecycleInfo.ACTIVE) || !it.advice().equals(Advice.NONE) || it.lengthLimit() != null) {
            parts.add(lifecycleOf(it) + " " + it.lengthLimit());
        }
        if (it.grpcStatus() != null) {
            parts.add("grpcStatus=" + it.grpcStatus().label());
        }
        if (it.fileKey() != null) {
            parts.add("fileKey=" + it.fileKey());
        }
        return Digest.of(parts).hex();
    }

    /** Digests are stored, so this form must not depend on class or component names. */
    private static String lifecycleOf(Message.Definition it) {
        var lifecycle = it.lifecycle();
        var advice = it.advice();
        return "Life[stage=" + lifecycle.stage() + ", replacedBy=" + lifecycle.replacedBy() + ", sunset=" + lifecycle.sunset()
                + "] Advice[audience="
                + advice.audience() + ", retry=" + advice.retry() + ", outcomeUnknown=" + advice.outcomeUnknown() + "]";
    }

    private static String digestOf(MessageText.TextContent it) {
        return Digest.of(List.of(it.syntax().label(), it.message(), it.description())).hex();
    }
}
