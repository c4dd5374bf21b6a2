/**
 * The domain: catalogs, their messages and texts, and the ports to where they are kept.
 *
 * <p>Entities are the domain: inert annotations, private fields, no setters, named acts. There is no second set of classes
 * for the wire or the database. The contract of a message is one column, not a table: it is read and written with its
 * message and never asked for alone.
 */
@NullMarked
package dev.parlance.catalog;

import org.jspecify.annotations.NullMarked;
