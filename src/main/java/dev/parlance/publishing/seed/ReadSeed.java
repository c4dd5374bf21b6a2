package dev.parlance.publishing.seed;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.ReadReleaseBundle;
import dev.parlance.publishing.release.ReleaseBundle;
import dev.parlance.publishing.release.Releases;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Creates the seeds of a release. */
@Singleton
public final class ReadSeed {
    private final Releases releases;
    private final SigningKeys keys;
    private final ReadReleaseBundle bundles;
    private final Transactions transactions;

    public ReadSeed(Releases releases, SigningKeys keys, ReadReleaseBundle bundles, Transactions transactions) {
        this.releases = releases;
        this.keys = keys;
        this.bundles = bundles;
        this.transactions = transactions;
    }

    /**
     * Returns the content of a seed, read from the database because snapshots do not contain the signing keys.
     *
     * @param locales locales of the release, without fallback, because a seed has a single URL; all if empty
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#UNKNOWN_RELEASE} or {@link ProblemType#UNKNOWN_LOCALE}
     */
    public Seed find(CatalogName catalog, int number, Set<LocaleTag> locales) {
        return transactions.call(() -> {
            var release = releases.find(catalog, number).orElseThrow(() -> ProblemType.UNKNOWN_RELEASE.with(number, catalog.value()));
            var published = releases.bundles(release.id());
            locales.forEach(it -> requirePublished(published, it, catalog));
            var entries = published.stream().filter(it -> locales.isEmpty() || locales.contains(it.locale()))
                    .map(it -> new Seed.BundleEntry(it.locale(), it.bundle())).toList();
            return new Seed(catalog, number, release.sourceLocale(), entries, keys.all().keyFor(release.createdAt()));
        });
    }

    private static void requirePublished(List<ReleaseBundle> published, LocaleTag locale, CatalogName catalog) {
        if (published.stream().noneMatch(it -> it.locale().equals(locale))) {
            throw ProblemType.UNKNOWN_LOCALE.with(locale.value(), catalog.value(),
                    published.stream().map(it -> it.locale().value()).collect(Collectors.joining(", ")));
        }
    }

    /**
     * Writes the document of a seed.
     *
     * @param maxLength of its bundles together, in bytes
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#RESPONSE_TOO_LARGE}
     */
    public byte[] write(Seed seed, long maxLength) {
        return seed.write(locale -> bundles.read(seed.catalog(), seed.release(), locale).identity(), maxLength);
    }
}
