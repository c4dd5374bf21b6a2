package dev.parlance.publishing.delivery;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.memory.LoadReleases;
import dev.parlance.publishing.memorystore.ReleasedCatalog;
import java.util.Set;

/** A catalog in memory, with everything that delivers its releases. */
final class ReleaseDelivery {
    final ReleasedCatalog catalog = new ReleasedCatalog();
    final CatalogName name = catalog.rows.name;
    final CatalogEvents events = new CatalogEvents();
    final SnapshotRegistry registry = new SnapshotRegistry(Set.of());
    final ReadReleaseBundle releaseBundles = new ReadReleaseBundle(registry, catalog.releases, catalog.blobs,
            catalog.rows.ports.transactions());
    final DeriveBundle derive = new DeriveBundle(releaseBundles);
    final RefreshSnapshots refresh = new RefreshSnapshots(catalog.channels,
            new LoadReleases(catalog.releases, catalog.blobs, catalog.rows.ports.transactions()), catalog.rows.ports.transactions(),
            registry, events);
}
