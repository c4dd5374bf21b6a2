/**
 * Delivery of releases from memory: the registry of served snapshots, its refresh, events, and derived bundles.
 *
 * <p>Each replica polls the heads of all channels once a second, in one query for all catalogs. An announcement only triggers the poll
 * earlier, so a lost announcement loses nothing, and delivery also works without announcements. Staleness is measured from the last
 * confirmation by the database, because a silently dropped connection reports no error.
 *
 * <p>Compressed bytes come with a bundle. Other representations, such as client formats, deltas and filtered bundles, are derived on
 * request and can be cached under the digest of their source. This is why the package imports {@code formats}. A bundle
 * filtered by tag belongs to the release that defines the tags, because bundles do not contain tags.
 *
 * <p>{@code LoadDraft} builds the snapshot that a release of the draft would have, so that drafts are rendered by the same code as
 * releases. It is not in the registry: drafts are read from the database, and only by callers who may read them.
 */
@NullMarked
package dev.parlance.publishing.delivery;

import org.jspecify.annotations.NullMarked;
