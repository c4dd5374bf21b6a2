/**
 * File formats, which convert files to neutral content and back.
 *
 * <p>A format is a reader and a writer. Formats do not depend on each other.
 *
 * <p>{@link dev.parlance.formats.BundleFormat} is the smaller kind: a representation in which clients fetch published bundles. It
 * only writes, and it follows one rule. A key is exact if the client's own library prints the same text as this service, for
 * whole numbers and for decimals up to three places. Every other key is reported as lossy. If a library differs in a way that no
 * text can compensate, the package of the format documents the decision.
 */
@NullMarked
package dev.parlance.formats;

import org.jspecify.annotations.NullMarked;
