/**
 * The domain: catalogs, their messages and texts, and the ports to where they are kept.
 *
 * <p>Entities are the domain: inert annotations, private fields, no setters, named acts. There is no second set of classes
 * for the wire or the database. The contract of a message is one column, not a table, and so are its tags: they are read and
 * written with their message and never asked for alone.
 *
 * <p>A catalog counts its writing transactions, and remembers for its definitions and for each of its locales the count that
 * last changed them. Whoever changes a text says so to the catalog; what has to be read again is known without reading it.
 */
@NullMarked
package dev.parlance.catalog;

import org.jspecify.annotations.NullMarked;
