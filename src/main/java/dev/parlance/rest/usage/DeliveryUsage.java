package dev.parlance.rest.usage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.locales.OfferedLocales;
import dev.parlance.problems.ForbiddenCharacters;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.RenderCounts;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rendering.PseudoLocale;
import dev.parlance.rest.input.ReaderLocale;
import dev.parlance.usage.UsageCell;
import dev.parlance.usage.UsageCounter;
import dev.parlance.usage.UsageKind;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/**
 * Counts what is delivered to readers. Never blocks; a rendered message takes a few nanoseconds, anything else a few dozen.
 *
 * <p>Drafts and pseudo-locales are not counted, because only people who work on the catalog read them.
 */
@Singleton
public class DeliveryUsage {
    private static final int NOT_MODIFIED = 304;

    private final UsageCounter counter;

    public DeliveryUsage(UsageCounter counter) {
        this.counter = counter;
    }

    /** The renders of the messages of one release and locale. */
    private record RenderSource(CatalogName catalog, LocaleTag locale, RenderCounts counts) implements UsageCounter.CountSource {
        @Override
        public void take(ObjLongConsumer<UsageCell> consumer) {
            counts.take((key, count) -> consumer.accept(new UsageCell(catalog, UsageKind.RENDER, locale, key), count));
        }
    }

    /**
     * Counts a rendered message.
     *
     * @param textLocale       the locale of its text
     * @param missingArguments arguments that were not passed
     */
    public void countRender(Snapshot snapshot, ReaderLocale reader, PublishedMessage message, String textLocale,
            Collection<String> missingArguments) {
        if (!isCounted(snapshot, reader.served())) {
            return;
        }
        var locale = reader.served().locale();
        var counts = reader.served().renderCounts();
        if (counts.count(message)) {
            counter.addSource(new RenderSource(snapshot.catalog(), locale, counts));
        }
        if (!textLocale.equals(locale.value())) {
            counter.count(new UsageCell(snapshot.catalog(), UsageKind.FALLBACK, locale, message.key()));
        }
        if (!missingArguments.isEmpty()) {
            missingArguments.forEach(it ->
                    counter.count(new UsageCell(snapshot.catalog(), UsageKind.ARGUMENT, locale, message.key(), it)));
        }
        countIfNotOffered(snapshot, reader.requested(), locale);
    }

    /**
     * Counts a bundle.
     *
     * @param status the HTTP status of its response: 200 or 304
     */
    public void countBundle(CatalogName catalog, LocaleTag locale, int status) {
        // Not checked for pseudo-locales, because the cache of responses checks once for many requests.
        counter.count(new UsageCell(catalog, status == NOT_MODIFIED ? UsageKind.BUNDLE_UNCHANGED : UsageKind.BUNDLE, locale, ""));
    }

    /** Counts a bundle of a channel. */
    public void countBundle(Snapshot snapshot, LocaleTag locale, int status) {
        if (!snapshot.isDraft() && isCounted(locale)) {
            countBundle(snapshot.catalog(), locale, status);
        }
    }

    /** Counts a bundle that was selected by {@code Accept-Language}. */
    public void countNegotiatedBundle(Snapshot snapshot, OfferedLocales.Negotiation negotiation, int status) {
        countBundle(snapshot, negotiation.offered(), status);
        countIfNotOffered(snapshot, negotiation.requested(), negotiation.offered());
    }

    /** Returns whether bundles of the locale are counted. */
    public static boolean isCounted(LocaleTag locale) {
        return PseudoLocale.find(locale).isEmpty();
    }

    /**
     * Counts a request for a key or code that was rejected because the release lacks something.
     *
     * @param name   the key or code
     * @param locale the locale that the reader would be served
     */
    public void countMiss(Snapshot snapshot, LocaleTag locale, String name, ProblemException problem) {
        if (snapshot.isDraft() || !isCounted(locale)) {
            return;
        }
        switch (problem.type()) {
            case UNKNOWN_MESSAGE -> counter.count(new UsageCell(snapshot.catalog(), UsageKind.KEY, locale, name));
            case UNKNOWN_CODE -> counter.count(new UsageCell(snapshot.catalog(), UsageKind.CODE, locale, name));
            case UNKNOWN_TEXT -> counter.count(new UsageCell(snapshot.catalog(), UsageKind.FALLBACK, locale, name));
            default -> {
                // The other problems are mistakes of the request.
            }
        }
    }

    /**
     * Counts an error of an upstream whose text the release does not have.
     *
     * <p>The text may contain a secret, so it is not stored. An unknown code counts as a code. Any other text counts under its code, or
     * under {@link UsageCell#OTHERS} if it has none.
     *
     * @param code the code that came with the text
     */
    public void countUnknownText(Snapshot snapshot, ReaderLocale reader, Optional<String> code) {
        if (!isCounted(snapshot, reader.served())) {
            return;
        }
        var locale = reader.served().locale();
        // PostgreSQL cannot store all characters that JSON permits.
        var name = code.filter(it -> ForbiddenCharacters.findFirst(it).isEmpty()).orElse(UsageCell.OTHERS);
        boolean isUnknownCode = code.isPresent() && reader.served().findByCode(code.get(), 1).isEmpty();
        counter.count(new UsageCell(snapshot.catalog(), isUnknownCode ? UsageKind.CODE : UsageKind.TEXT, locale, name));
        countIfNotOffered(snapshot, reader.requested(), locale);
    }

    /** Counts what an app reports as missing, unless the snapshot has it. */
    void countReport(Snapshot snapshot, LocaleTag requested, Optional<String> key, Optional<String> code) {
        if (!isCounted(requested)) {
            return;
        }
        var served = snapshot.locale(snapshot.offeredLocales().find(requested).orElse(snapshot.offeredLocales().source()));
        countIfNotOffered(snapshot, requested, served.locale());
        key.ifPresent(it -> served.findMessage(it).ifPresentOrElse(message -> {
            if (!message.locale().equals(served.locale())) {
                counter.count(new UsageCell(snapshot.catalog(), UsageKind.FALLBACK, served.locale(), it));
            }
        }, () -> counter.count(new UsageCell(snapshot.catalog(), UsageKind.KEY, served.locale(), it))));
        code.filter(it -> served.findByCode(it, 1).isEmpty())
                .ifPresent(it -> counter.count(new UsageCell(snapshot.catalog(), UsageKind.CODE, served.locale(), it)));
    }

    /** Counts the locale of a request that was rejected because no offered one matches. */
    public void countUnknownLocale(Snapshot snapshot, ProblemException problem) {
        if (problem.type() == ProblemType.UNKNOWN_LOCALE) {
            countIfNotOffered(snapshot, LocaleTag.parse(problem.arguments().get("locale").toString()), snapshot.offeredLocales().source());
        }
    }

    /** Counts a requested locale for which another one was served, if no offered one matches. */
    private void countIfNotOffered(Snapshot snapshot, LocaleTag requested, LocaleTag served) {
        if (!requested.equals(served) && !snapshot.isDraft() && snapshot.offeredLocales().find(requested).isEmpty()) {
            counter.count(new UsageCell(snapshot.catalog(), UsageKind.LOCALE, served, requested.value()));
        }
    }

    private static boolean isCounted(Snapshot snapshot, PublishedLocale locale) {
        return !snapshot.isDraft() && !locale.isPseudo();
    }
}
