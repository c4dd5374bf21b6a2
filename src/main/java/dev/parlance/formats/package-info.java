/**
 * Files in, neutral content out, and back. A format is a reader and a writer; formats do not know each other.
 *
 * <p>{@link dev.parlance.formats.BundleFormat} is the smaller kind: a shape in which clients fetch what is published. It only writes, and
 * it is judged by one rule: a key is exact if the client's own library prints what this service prints, for whole numbers and for
 * decimals up to three places; every other key is named as lossy. Where a library differs in a way no text can mend, the decision is in
 * the package of the format.
 */
@NullMarked
package dev.parlance.formats;

import org.jspecify.annotations.NullMarked;
