package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import java.time.Instant;

/**
 * The release a channel points at, with the latest release of its catalog.
 *
 * @param createdAt     creation time of the release; distinguishes releases of the same number after a database was restored
 * @param latestRelease latest release of the catalog, whether or not a channel points at it
 */
public record ChannelHead(CatalogName catalog, String channel, int release, Instant createdAt, int latestRelease) {
}
