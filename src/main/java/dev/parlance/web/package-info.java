/**
 * The public pages: front page, catalogs, codes and documentation. They are rendered on the server and work without JavaScript.
 *
 * <p>Pages are rendered from the snapshots in memory, so they are served while the database is down. A resource collects the data of a page
 * in a record, and a Qute template in {@code src/main/resources/templates} renders it. Qute escapes every value. The labels come from the
 * catalog {@code web}, in the language of the visitor; the texts of a catalog keep their own language and direction.
 *
 * <p>The history of a code covers only the releases that channels point at, because only these are in memory.
 */
@NullMarked
package dev.parlance.web;

import org.jspecify.annotations.NullMarked;
