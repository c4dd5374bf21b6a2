package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import java.time.Instant;

/**
 * Where a channel points, and what its catalog has besides.
 *
 * @param cutAt  of the release; tells two releases of the same number apart where a database was restored
 * @param latest release of the catalog, whether a channel points at it or not
 */
public record ChannelHead(CatalogName catalog, String channel, int release, Instant createdAt, int latestRelease) {
}
