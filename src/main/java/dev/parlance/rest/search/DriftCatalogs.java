package dev.parlance.rest.search;

import dev.parlance.checks.text.CheckedText;
import dev.parlance.drift.DriftCatalog;
import dev.parlance.drift.DriftMessage;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.PublishedAdvice;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Snapshots in the form in which drift is found. Messages are created on access. */
final class DriftCatalogs {
    /** Messages of one code that are compared with each other: more would be compared for each further message of the code. */
    private static final int MAX_SAME_CODE = 20;

    private DriftCatalogs() {
    }

    static DriftCatalog of(Snapshot snapshot) {
        var locales = snapshot.loadedLocales();
        var source = snapshot.locale(snapshot.offeredLocales().source());
        int size = source.messages().size();
        return new DriftCatalog(source.locale(), new TreeSet<>(locales.stream().map(PublishedLocale::locale).toList()),
                new LazyList<>(size, position -> message(source.messages().get(position), locales, it -> it.messages().get(position))),
                new LazyList<>(size, position -> source.messages().get(position).text()),
                key -> source.findMessage(key).map(message -> message(message, locales, it -> it.findMessage(key).orElseThrow())),
                code -> source.findByCode(code, MAX_SAME_CODE).stream().map(PublishedMessage::key).toList());
    }

    private static DriftMessage message(PublishedMessage definition, Iterable<PublishedLocale> locales,
            Function<PublishedLocale, PublishedMessage> find) {
        var texts = new TreeMap<LocaleTag, CheckedText>();
        for (var locale : locales) {
            var message = find.apply(locale);
            if (message.locale().equals(locale.locale())) {
                texts.put(locale.locale(), new CheckedText(message.syntax(), message.text(), message.description()));
            }
        }
        return new DriftMessage(definition.key(), definition.code(), definition.reason(), definition.httpStatus(),
                new DriftMessage.EffectiveGrpcStatus(definition.grpcStatus().label(),
                        definition.grpcStatus().agreesWith(definition.httpStatus())),
                definition.advice().map(PublishedAdvice::retry), definition.contract(), texts);
    }

    private static final class LazyList<T> extends AbstractList<T> implements RandomAccess {
        private final int size;
        private final IntFunction<T> element;

        LazyList(int size, IntFunction<T> element) {
            this.size = size;
            this.element = element;
        }

        @Override
        public T get(int position) {
            return element.apply(position);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
