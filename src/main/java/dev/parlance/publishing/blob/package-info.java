/**
 * Published bytes: stored once under their SHA-256 digest, compressed beforehand in every content coding that is served.
 *
 * <p>Nothing here knows what the bytes mean, so bundles, reference documents and snapshots share one store.
 */
@NullMarked
package dev.parlance.publishing.blob;

import org.jspecify.annotations.NullMarked;
