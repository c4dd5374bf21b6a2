/**
 * File formats, which convert between files and format-independent content.
 *
 * <p>A format is a reader and a writer. Formats do not depend on each other.
 *
 * <p>{@link dev.parlance.formats.BundleFormat} is a write-only representation in which clients fetch published bundles. A key is exact if
 * the client's own library prints the same text as this service, for whole numbers and for numbers with up to three decimals. Every other
 * key is reported as lossy. If a library differs in a way that no text can compensate for, the package of the format documents the
 * decision.
 */
@NullMarked
package dev.parlance.formats;

import org.jspecify.annotations.NullMarked;
