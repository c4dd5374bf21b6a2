/**
 * HTTP resources for files: imports and exports of drafts.
 *
 * <p>An upload is received on disk and imported by threads of its own, so that files of many megabytes delay no other request. A client
 * waits for a small file, and polls the import of a large one.
 */
@NullMarked
package dev.parlance.rest.exchange;

import org.jspecify.annotations.NullMarked;
