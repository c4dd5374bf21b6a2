/**
 * HTTP resources for importing and exporting drafts as files.
 *
 * <p>Uploads are received on disk and imported by separate threads, so that large files do not delay other requests. Clients wait for the
 * import of a small file, and poll that of a large one.
 */
@NullMarked
package dev.parlance.rest.exchange;

import org.jspecify.annotations.NullMarked;
