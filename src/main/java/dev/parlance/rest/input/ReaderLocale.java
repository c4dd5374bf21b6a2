package dev.parlance.rest.input;

import dev.parlance.locales.Fallback;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rendering.PseudoLocale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The locale in which a request is served.
 *
 * @param requested  the requested locale; the source locale if none was requested
 * @param served     the offered locale that is used
 * @param negotiated whether {@code Accept-Language} was used, so that the response varies by it
 * @param accepted   tests the locale of a text
 */
public record ReaderLocale(LocaleTag requested, PublishedLocale served, boolean negotiated, Predicate<LocaleTag> accepted) {
    private static final Predicate<LocaleTag> ANY = it -> true;

    /** Selects the locale of a request, which accepts texts in any locale. */
    public static ReaderLocale of(Snapshot snapshot, @Nullable String locale, Optional<String> acceptLanguage) {
        return of(snapshot, locale, acceptLanguage, Fallback.FULL);
    }

    /**
     * Selects the locale of a request.
     *
     * @param locale the query parameter; if null, {@code Accept-Language} is used
     * @throws dev.parlance.problems.ProblemException for an invalid tag; {@link ProblemType#UNKNOWN_LOCALE} if no offered locale matches,
     *         unless the fallback includes the source locale
     */
    public static ReaderLocale of(Snapshot snapshot, @Nullable String locale, Optional<String> acceptLanguage, Fallback fallback) {
        var offered = snapshot.offeredLocales();
        if (locale == null) {
            var exact = fallback == Fallback.NONE ? offered.findExact(acceptLanguage) : Optional.<LocaleTag>empty();
            if (exact.isPresent()) {
                // Not the best match: that may be a substitute for a language that the reader prefers.
                return create(exact.get(), snapshot.locale(exact.get()), true, fallback);
            }
            var negotiation = offered.negotiate(acceptLanguage);
            if (fallback != Fallback.FULL) {
                requireOffered(snapshot, negotiation.requested(), fallback);
            }
            return create(negotiation.requested(), snapshot.locale(negotiation.offered()), true, fallback);
        }
        var tag = LocaleTag.parse(locale);
        boolean useSource = fallback == Fallback.FULL && PseudoLocale.find(tag).isEmpty() && offered.find(tag).isEmpty();
        return useSource ? create(tag, snapshot.locale(offered.source()), false, fallback) : ofTag(snapshot, tag, fallback);
    }

    /**
     * Selects the offered locale for a tag. Pseudo-locales are always available.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#UNKNOWN_LOCALE} if no offered locale matches
     */
    public static ReaderLocale ofTag(Snapshot snapshot, LocaleTag tag) {
        return ofTag(snapshot, tag, Fallback.FULL);
    }

    private static ReaderLocale ofTag(Snapshot snapshot, LocaleTag tag, Fallback fallback) {
        var pseudo = PseudoLocale.find(tag);
        return create(tag, pseudo.isPresent() ? snapshot.locale(pseudo.get()) : snapshot.locale(requireOffered(snapshot, tag, fallback)),
                false, fallback);
    }

    private static ReaderLocale create(LocaleTag requested, PublishedLocale served, boolean negotiated, Fallback fallback) {
        return new ReaderLocale(requested, served, negotiated,
                fallback == Fallback.FULL ? ANY : fallback.acceptedLocales(served.locale()));
    }

    /**
     * Returns the offered locale for a tag. Without fallback, it must be the tag itself.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#UNKNOWN_LOCALE}
     */
    private static LocaleTag requireOffered(Snapshot snapshot, LocaleTag tag, Fallback fallback) {
        return snapshot.offeredLocales().find(tag).filter(it -> fallback != Fallback.NONE || it.equals(tag))
                .orElseThrow(() -> ProblemType.UNKNOWN_LOCALE.with(tag.value(), snapshot.catalog().value(),
                snapshot.offeredLocales().all().stream().map(LocaleTag::value).collect(Collectors.joining(", "))));
    }

    /**
     * Rejects a bundle for a tag that no offered locale matches.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#UNKNOWN_LOCALE}
     */
    public static void requireMatch(Snapshot snapshot, LocaleTag tag, Fallback fallback) {
        if (PseudoLocale.find(tag).isEmpty()) {
            requireOffered(snapshot, tag, fallback);
        }
    }

    /** Returns whether the text of a message is in an accepted locale. */
    public boolean accepts(PublishedMessage message) {
        return accepted.test(message.locale());
    }
}
