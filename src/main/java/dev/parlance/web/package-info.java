/**
 * The public pages: front page, catalogs, codes and documentation, rendered on the server and complete without JavaScript.
 *
 * <p>Pages are rendered from the snapshots in memory, so they are served while the database is down. A resource selects what a page
 * shows as a record, and a Qute template in {@code src/main/resources/templates} lays it out. Qute escapes every value. The labels are
 * the catalog {@code web}, in the language of the visitor; the texts of a catalog keep their own language and direction.
 *
 * <p>The history of a code covers the releases that channels point at, because only these are in memory.
 */
@NullMarked
package dev.parlance.web;

import org.jspecify.annotations.NullMarked;
