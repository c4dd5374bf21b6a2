/**
 * Our shipped catalogs into the database, and our own texts out of them.
 *
 * <p>Synchronising is computed first (a pure plan), applied afterwards in one transaction. Each stored row remembers the digest
 * of what was last shipped for it: where the row still equals it, a newer shipped text replaces it; where people changed it, theirs
 * stays, and what they took away stays away. A shipped message whose key or reason people gave to one of theirs is left out and told.
 */
@NullMarked
package dev.parlance.exchange;

import org.jspecify.annotations.NullMarked;
