package dev.parlance.rest.input;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.Refusal;
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
            var negotiated = snapshot.offered().negotiate(acceptLanguage);
            return new ReaderLocale(negotiated.wished(), snapshot.in(negotiated.offered()), true);
        }
        return named(snapshot, LocaleTag.parse(locale));
    }

    public static ReaderLocale named(Snapshot snapshot, LocaleTag asked) {
        var pseudo = PseudoLocale.of(asked);
        if (pseudo.isPresent()) {
            return new ReaderLocale(asked, snapshot.in(pseudo.get()), false);
        }
        var offered = snapshot.offered().find(asked).orElseThrow(() -> Refusal.UNKNOWN_LOCALE.with(
                asked.value(), snapshot.catalog().value(),
                snapshot.offered().all().stream().map(LocaleTag::value).collect(Collectors.joining(", "))));
        return new ReaderLocale(asked, snapshot.in(offered), false);
    }
}
