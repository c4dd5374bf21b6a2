package dev.parlance.publishing.memory;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.publishing.blob.Blobs;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.blob.Digest;
import dev.parlance.publishing.blob.GzipBlobs;
import dev.parlance.publishing.release.ReleaseBundle;
import dev.parlance.publishing.release.ReleaseContent;
import dev.parlance.publishing.release.Releases;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Loads releases from the database. */
@Singleton
public final class LoadReleases {
    private final Releases releases;
    private final Blobs blobs;
    private final Transactions transactions;

    public LoadReleases(Releases releases, Blobs blobs, Transactions transactions) {
        this.releases = releases;
        this.blobs = blobs;
        this.transactions = transactions;
    }

    /**
     * Loads a release. Documents that the loaded snapshots already hold are not read again.
     *
     * <p>The others are read one locale at a time, each in its own transaction, which is safe because blobs never change.
     */
    public Snapshot loadSnapshot(CatalogName catalog, int number, Collection<Snapshot> loaded) {
        return new Snapshot(transactions.call(() -> {
            var release = releases.find(catalog, number).orElseThrow();
            var documents = releases.bundles(release.id()).stream().map(this::toDocuments).toList();
            return new Snapshot.SnapshotSource(catalog, release.title(), release.sourceLocale(), number, release.createdAt(), documents);
        }), loaded);
    }

    private Snapshot.LocaleDocuments toDocuments(ReleaseBundle it) {
        var bundle = it.bundle();
        var reference = it.reference();
        var encodings = new Memoized<>(() -> readBlob(() -> blobs.encodings(bundle)));
        return new Snapshot.LocaleDocuments(it.locale(), new DocumentDigests(bundle, reference),
                () -> GzipBlobs.decompressVerified(encodings.get().get(ContentEncoding.GZIP), bundle),
                () -> GzipBlobs.decompressVerified(readBlob(() -> blobs.encodings(reference)).get(ContentEncoding.GZIP), reference),
                encodings);
    }

    /** Serialized, because parallel reads would take as many connections as there are processors. Decompression runs in parallel. */
    private synchronized <T> T readBlob(Supplier<T> blob) {
        return transactions.call(blob);
    }

    /**
     * Returns the compressed documents of these releases, each document once. Runs in the caller's transaction.
     *
     * @param loaded snapshots that provide the bundles they hold in memory
     */
    public List<ReleaseContent> loadContents(CatalogName catalog, Collection<Integer> numbers, Collection<Snapshot> loaded) {
        var bundles = new HashMap<Digest, Map<ContentEncoding, byte[]>>();
        for (var snapshot : loaded) {
            snapshot.offeredLocales().all().stream().map(snapshot::locale).forEach(it -> bundles.put(it.digest(), it.encodings()));
        }
        var references = new HashMap<Digest, byte[]>();
        return numbers.stream().map(number -> {
            var release = releases.find(catalog, number).orElseThrow();
            return new ReleaseContent(catalog, number, release.createdAt(), release.title(), release.sourceLocale(),
                    releases.bundles(release.id()).stream()
                    .map(it -> new ReleaseContent.LocaleContent(it.locale(), it.bundle(), it.reference(),
                            bundles.computeIfAbsent(it.bundle(), blobs::encodings),
                            references.computeIfAbsent(it.reference(), digest -> blobs.encodings(digest).get(ContentEncoding.GZIP))))
                            .toList());
        }).toList();
    }
}
