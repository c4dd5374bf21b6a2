/**
 * Snapshot files: local copies of the served releases, from which the service starts while its database is unreachable.
 *
 * <p>A file contains the compressed documents as stored in the database and is loaded through the same code. Each catalog has a current
 * and a previous file; {@link dev.parlance.publishing.files.SnapshotFolder} replaces them atomically, and
 * {@link dev.parlance.publishing.files.SnapshotFile} detects corruption. Unusable files are reported and never prevent a start.
 */
@NullMarked
package dev.parlance.publishing.files;

import org.jspecify.annotations.NullMarked;
