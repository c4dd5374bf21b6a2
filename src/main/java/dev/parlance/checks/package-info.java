/**
 * Verdicts about a text: what a careful colleague would point at before it is published. Pure: no container, clock, log or database.
 *
 * <p>A check is a name and one method, one file each, one line in the list of members. Members do not know each other; what several
 * need is here under a name: {@code ParsedPart} (a text, parsed at most once), {@code Reading} (what a reader sees, with the way
 * back to what was typed), {@code TranslationPair} (a text beside its source), {@code UntranslatableTokens} (what nobody translates).
 *
 * <p>Checks look at what a reader sees, not at what was typed: in <code>{n, plural, one{# day.} other{# days.}}</code> each
 * branch ends with a full stop, and {@code ''} is one apostrophe. So all syntaxes are judged alike. A text with branches has as
 * many readings as its widest argument has branches, not every combination: each outer branch is seen, and the work stays
 * linear.
 *
 * <p>Where a text does not compile, only that is said: nobody knows what the rest would mean.
 *
 * <p>A rule that is wrong one time in ten is switched off by its users, and then finds nothing. So each leaves alone what it cannot
 * tell apart from good style, and was tried on texts of others, whose findings were read one by one: see the table beside
 * the tests. An {@code ERROR} is what a reader would see as broken; a {@code WARNING} is probably a mistake; {@code INFORMATION}
 * may be meant.
 *
 * <p>A fix is offered only where it was tried: {@link dev.parlance.checks.Checks} runs all members over the fixed text, and keeps the
 * fix if its finding is gone and no other has come.
 */
@NullMarked
package dev.parlance.checks;

import org.jspecify.annotations.NullMarked;
