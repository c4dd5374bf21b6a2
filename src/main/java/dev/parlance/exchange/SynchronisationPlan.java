package dev.parlance.exchange;

import dev.parlance.catalog.Advice;
import dev.parlance.catalog.Life;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.Digest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What there is to do to bring a shipped catalog into the database. Pure: looks, compares, changes nothing.
 *
 * <p>A row that still is what was last shipped for it follows the shipped catalog. A row that people changed, or made, stays.
 */
record SynchronisationPlan(SortedSet<LocaleTag> newLocales, List<Defining> messages, List<Wording> texts) {

    /** @param stored empty for a new message */
    record Defining(MessageKey key, Message.Definition definition, Optional<Message> stored) {
        String digest() {
            return digestOf(definition);
        }
    }

    /** @param stored empty for a new text */
    record Wording(MessageKey key, LocaleTag locale, MessageText.Wording wording, Optional<MessageText> stored) {
        String digest() {
            return digestOf(wording);
        }
    }

    static SynchronisationPlan of(ShippedCatalog shipped, Set<LocaleTag> locales, List<Message> messages,
                                  List<MessageText> texts) {
        var newLocales = new TreeSet<>(shipped.content().texts().keySet());
        newLocales.removeAll(locales);
        return new SynchronisationPlan(newLocales, defining(shipped, messages), wording(shipped, texts));
    }

    /** Translations are made from a wording of the source, so that is written first. */
    List<Wording> sourceFirst(LocaleTag source) {
        return texts.stream().sorted(Comparator.comparing(it -> !it.locale().equals(source))).toList();
    }

    boolean isEmpty() {
        return newLocales.isEmpty() && messages.isEmpty() && texts.isEmpty();
    }

    private static List<Defining> defining(ShippedCatalog shipped, List<Message> messages) {
        var stored = new HashMap<MessageKey, Message>();
        messages.forEach(message -> stored.put(message.key(), message));
        return shipped.definitions().entrySet().stream()
                .map(it -> new Defining(it.getKey(), it.getValue(), Optional.ofNullable(stored.get(it.getKey()))))
                .filter(it -> it.stored().map(row -> follows(row.shippedDigest(), digestOf(row.definition()), it.digest()))
                        .orElse(true))
                .toList();
    }

    private static List<Wording> wording(ShippedCatalog shipped, List<MessageText> texts) {
        record Place(MessageKey key, LocaleTag locale) {
        }
        var stored = new HashMap<Place, MessageText>();
        texts.forEach(text -> stored.put(new Place(text.key(), text.locale()), text));
        var plan = new ArrayList<Wording>();
        shipped.content().texts().forEach((locale, byKey) -> byKey.forEach((name, entry) -> {
            var key = new MessageKey(name);
            var row = Optional.ofNullable(stored.get(new Place(key, locale)));
            var it = new Wording(key, locale, ShippedCatalog.wording(entry), row);
            if (row.map(text -> follows(text.shippedDigest(), digestOf(text.wording()), it.digest())).orElse(true)) {
                plan.add(it);
            }
        }));
        return plan;
    }

    private static boolean follows(Optional<String> lastShipped, String stored, String shipped) {
        return lastShipped.filter(last -> last.equals(stored) && !last.equals(shipped)).isPresent();
    }

    /** Without tags as before there were any, so that rows of that time are still known for what was shipped. */
    private static String digestOf(Message.Definition it) {
        var parts = new ArrayList<>(List.of(Integer.toString(it.position()), it.code(), it.reason(),
                Integer.toString(it.httpStatus())));
        it.contract().arguments().forEach(hole -> parts.addAll(List.of(hole.name(), hole.type().label(), hole.example())));
        if (!it.tags().isEmpty()) {
            parts.add(String.join(" ", it.tags().names()));
        }
        if (!it.life().equals(Life.ACTIVE) || !it.advice().equals(Advice.NONE) || it.lengthLimit() != null) {
            parts.add(it.life() + " " + it.advice() + " " + it.lengthLimit());
        }
        return Digest.of(parts).hex();
    }

    private static String digestOf(MessageText.Wording it) {
        return Digest.of(List.of(it.syntax().label(), it.message(), it.description())).hex();
    }
}
