package dev.parlance.publishing;

import dev.parlance.catalog.CatalogName;
import java.time.Instant;

/**
 * Where a channel points.
 *
 * @param cutAt of the release; tells two releases of the same number apart where a database was restored
 */
public record Head(CatalogName catalog, String channel, int release, Instant cutAt) {
}
