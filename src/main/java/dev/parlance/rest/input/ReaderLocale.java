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
 * In which locale a request is answered.
 *
 * @param requested  as asked for; the source where nothing was
 * @param served     the offered locale that answers it
 * @param negotiated whether the header decided, so that caches have to know
 */
public record ReaderLocale(LocaleTag requested, PublishedLocale served, boolean negotiated) {

    /** @param locale the query parameter; without it, {@code Accept-Language} decides */
    public static ReaderLocale of(Snapshot snapshot, @Nullable String locale, Optional<String> acceptLanguage) {
        if (locale == null) {
            var negotiation = snapshot.offeredLocales().negotiate(acceptLanguage);
            return new ReaderLocale(negotiation.requested(), snapshot.locale(negotiation.offered()), true);
        }
        return ofTag(snapshot, LocaleTag.parse(locale));
    }

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
