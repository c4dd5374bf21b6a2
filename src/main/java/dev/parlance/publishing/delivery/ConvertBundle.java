package dev.parlance.publishing.delivery;

import dev.parlance.formats.BundleContent;
import dev.parlance.formats.FormattedBundle;
import dev.parlance.locales.Fallback;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.memory.BundleFilter;
import dev.parlance.publishing.memory.EncodedBundle;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.publishing.release.BundleWriter;
import dev.parlance.publishing.release.PatternReader;
import dev.parlance.rendering.ArgumentContract;
import dev.parlance.rendering.PatternText;
import dev.parlance.rendering.syntax.Syntax;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Converts bundles to client formats.
 *
 * <p>Entries are streamed, so a conversion needs memory for its result and for the list of losses. Callers limit how many run at a time.
 */
@Singleton
public final class ConvertBundle {
    private final DeriveBundle deriveBundle;

    public ConvertBundle(DeriveBundle deriveBundle) {
        this.deriveBundle = deriveBundle;
    }

    /**
     * Returns a bundle in the shape of a client.
     *
     * @param encodings the encodings to produce
     */
    public EncodedBundle convert(PublishedLocale locale, ClientShape shape, Collection<ContentEncoding> encodings) {
        return encode(locale, write(locale, shape), encodings).withMissing(findMissing(locale, shape.filter()));
    }

    /** Returns the losses of a bundle in the shape of a client, by key. */
    public FormattedBundle write(PublishedLocale locale, ClientShape shape) {
        return shape.format().write(content(locale, shape, shape.filter().keysOf(locale)));
    }

    /**
     * Returns the changes since a release in the shape of a client; empty if it or its locale is unknown or cannot be read now.
     *
     * <p>The removed keys are those of the client, which may be several for one message.
     */
    public Optional<EncodedBundle> changes(Snapshot snapshot, PublishedLocale locale, int since, ClientShape shape,
            Collection<ContentEncoding> encodings) {
        return deriveBundle.findBase(snapshot.catalog(), since, locale, shape.filter()).map(base -> {
            var changed = new HashSet<String>();
            var before = compare(locale, shape, base, changed);
            var after = content(locale, shape, changed::contains);
            var removed = new TreeSet<>(shape.format().keysOf(new BundleContent(shape.client(), before)));
            removed.removeAll(shape.format().keysOf(after));
            // A form of this message may have the key of another message, which exists.
            removed.removeIf(it -> locale.findMessage(it).isPresent() && shape.filter().keysOf(locale).test(it));
            var formatted = shape.format().write(after);
            var document = BundleWriter.changes(snapshot.catalog().value(), snapshot.release(), since, locale.locale().value(),
                    formatted.bytes(), removed);
            return EncodedBundle.compressFast(locale.locale(), document, formatted.lossyKeys(), encodings)
                    .withMissing(findMissing(locale, shape.filter()));
        });
    }

    /** Adds the keys of new and changed texts; returns the earlier texts that were changed or removed, without their contracts. */
    private static List<BundleContent.Entry> compare(PublishedLocale locale, ClientShape shape, ReadReleaseBundle.BaseBundle base,
            Set<String> changed) {
        var earlier = new ArrayList<BundleContent.Entry>();
        var filter = shape.filter();
        try (var before = new PatternReader(base.bytes(), filter.keys(base.hasTag(), locale.locale(), base.localeOf()));
                var after = new PatternReader(locale.bundle(), filter.keysOf(locale))) {
            boolean hasBefore = before.next();
            boolean hasAfter = after.next();
            while (hasBefore || hasAfter) {
                int order = hasBefore && hasAfter ? before.key().compareTo(after.key()) : hasBefore ? -1 : 1;
                boolean isSame = order == 0 && after.pattern().equals(before.pattern())
                        && locale.localeOf(after.key()).equals(base.localeOf().apply(after.key()));
                if (!isSame && order >= 0) {
                    changed.add(after.key());
                }
                if (!isSame && order <= 0) {
                    earlier.add(new BundleContent.Entry(before.key(), before.pattern(), ArgumentContract.EMPTY,
                            base.localeOf().apply(before.key())));
                }
                hasBefore = order <= 0 ? before.next() : hasBefore;
                hasAfter = order >= 0 ? after.next() : hasAfter;
            }
        }
        return earlier;
    }

    private static BundleContent content(PublishedLocale locale, ClientShape shape, Predicate<String> keys) {
        return new BundleContent(shape.client(), () -> new EntryIterator(locale, keys));
    }

    private static EncodedBundle encode(PublishedLocale locale, FormattedBundle formatted, Collection<ContentEncoding> encodings) {
        return EncodedBundle.compressFast(locale.locale(), formatted.bytes(), formatted.lossyKeys(), encodings);
    }

    /** Returns the keys that only the locales of their texts exclude. */
    private static Set<String> findMissing(PublishedLocale locale, BundleFilter filter) {
        var keys = new TreeSet<String>();
        var inAnyLanguage = new BundleFilter(filter.prefix(), filter.tag(), Fallback.FULL).keysOf(locale);
        try (var patterns = new PatternReader(locale.bundle(), inAnyLanguage.and(filter.keysOf(locale).negate()))) {
            while (patterns.next()) {
                keys.add(patterns.key());
            }
        }
        return Collections.unmodifiableSet(keys);
    }

    /** Iterates over the entries of a locale in the order of their keys in the bundle. */
    private static final class EntryIterator implements Iterator<BundleContent.Entry> {
        private final PublishedLocale locale;
        private final PatternReader patterns;
        private boolean hasNext;

        EntryIterator(PublishedLocale locale, Predicate<String> keys) {
            this.locale = locale;
            this.patterns = new PatternReader(locale.bundle(), keys);
            this.hasNext = patterns.next();
        }

        @Override
        public boolean hasNext() {
            return hasNext;
        }

        @Override
        public BundleContent.Entry next() {
            if (!hasNext) {
                throw new NoSuchElementException();
            }
            var message = locale.findMessage(patterns.key()).orElseThrow();
            var preformatted = message.syntax() == Syntax.PRINTF
                    ? PatternText.inexpressibleArguments(message.syntax(), message.text(), message.contract()) : Set.<String>of();
            var entry = new BundleContent.Entry(patterns.key(), patterns.pattern(), message.contract(), message.locale(), preformatted);
            hasNext = patterns.next();
            return entry;
        }
    }
}
