/**
 * The domain: catalogs, their messages and texts, and the ports to where they are kept.
 *
 * <p>Entities are the domain: inert annotations, private fields, no setters, named acts. There is no second set of classes
 * for the wire or the database. The contract of a message is one column, not a table, and so are its tags: they are read and
 * written with their message and never asked for alone.
 *
 * <p>A catalog counts its writing transactions, and remembers for its definitions and for each of its locales the count that
 * last changed them. Whoever changes a text says so to the catalog; what has to be read again is known without reading it.
 *
 * <p>Every act is one transaction under the lock on its catalog, one revision, and a line of history for each thing it changes,
 * with the whole thing before and after ({@code WriteCatalog}, {@code Revision}, {@code Change}). An act that changes nothing leaves
 * nothing. Things count their versions; who changes one says which he saw ({@code VersionCheck}).
 *
 * <p>A message is never removed: it is retired, which takes it out of the next release and leaves its key taken. So there is no
 * second notion of what is gone, and nothing that refers to a message ever refers to nothing. A text may be taken away; its versions
 * go on where they stopped, if it comes back.
 *
 * <p>A text is a draft, translated or approved. What cannot be rendered is not stored at all. A draft may have any other fault, so that
 * nobody has to keep half a sentence elsewhere, and is not released; whoever stands by a text has mended its errors and has said why
 * he leaves what the checks warn of ({@code TextPolicy}). A catalog that wants review releases approved texts only. Stale is no
 * state: it is computed from the wording of the source that a text was made from.
 *
 * <p>What the checks found is counted with each text, and the counts of a locale with the locale: lists, overviews and the gate
 * of a release ask for no text they do not show. A change of the source or of the contract is looked at again in all texts it
 * concerns, in the same transaction; what nobody has looked at yet is looked at in the background ({@code RecheckBacklog}).
 *
 * <p>Acts over many messages are jobs, done some messages at a time by whichever replica is there; how far a job is stands in the
 * transaction that brought it there. What a person would be refused, a job is refused, message by message.
 */
@NullMarked
package dev.parlance.catalog;

import org.jspecify.annotations.NullMarked;
