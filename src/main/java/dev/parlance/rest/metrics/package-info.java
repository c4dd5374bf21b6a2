/**
 * The metrics of catalogs, releases and acts, for Prometheus.
 *
 * <p>Labels are bounded: a catalog has a label of its own only among the first {@value dev.parlance.rest.metrics.CatalogLabels#MAX_LABELS},
 * and no metric has a label for each key, caller or address. Otherwise a client could fill the memory of the service and of Prometheus.
 * Requests are counted in {@code rest.http}, where the fast path needs it, and the connection pool by Quarkus.
 */
@NullMarked
package dev.parlance.rest.metrics;

import org.jspecify.annotations.NullMarked;
