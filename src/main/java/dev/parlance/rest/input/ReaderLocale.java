package dev.parlance.rest.input;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.memory.PublishedLocale;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rendering.PseudoLocale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The locale in which a request is served.
 *
 * @param requested  the requested locale; the source locale if none was requested
 * @param served     the offered locale that is used
 * @param negotiated whether {@code Accept-Language} was used, so that the response varies by it
 */
public record ReaderLocale(LocaleTag requested, PublishedLocale served, boolean negotiated) {

    /**
     * Selects the locale of a request.
     *
     * @param locale the query parameter; if null, {@code Accept-Language} is used
     * @throws dev.parlance.problems.ProblemException as {@link #ofTag}, and for an invalid tag
     */
    public static ReaderLocale of(Snapshot snapshot, @Nullable String locale, Optional<String> acceptLanguage) {
        if (locale == null) {
            var negotiation = snapshot.offeredLocales().negotiate(acceptLanguage);
            return new ReaderLocale(negotiation.requested(), snapshot.locale(negotiation.offered()), true);
        }
        return ofTag(snapshot, LocaleTag.parse(locale));
    }

    /**
     * Selects the offered locale for a tag. Pseudo-locales are always available.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#UNKNOWN_LOCALE} if no offered locale matches
     */
    public static ReaderLocale ofTag(Snapshot snapshot, LocaleTag tag) {
        var pseudo = PseudoLocale.find(tag);
        if (pseudo.isPresent()) {
            return new ReaderLocale(tag, snapshot.locale(pseudo.get()), false);
        }
        var offeredTag = snapshot.offeredLocales().find(tag).orElseThrow(() -> ProblemType.UNKNOWN_LOCALE.with(
                tag.value(), snapshot.catalog().value(),
                snapshot.offeredLocales().all().stream().map(LocaleTag::value).collect(Collectors.joining(", "))));
        return new ReaderLocale(tag, snapshot.locale(offeredTag), false);
    }
}
