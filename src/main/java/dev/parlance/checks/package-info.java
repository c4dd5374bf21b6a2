/**
 * Checks that report likely defects of a text before it is published.
 *
 * <p>A check is a name and one method, in one file, with one line in the list of checks. Checks do not depend on each other.
 * Shared code is in {@code dev.parlance.checks.text}. Everything here is pure: no container, clock, log or database.
 *
 * <p>Checks inspect the text that a reader sees, not the text as typed. In <code>{n, plural, one{# day.} other{# days.}}</code>
 * each branch ends with a full stop, and {@code ''} is one apostrophe. So the same rules apply to all syntaxes.
 *
 * <p>A text that does not compile gets that finding only, because the meaning of the rest is unknown.
 *
 * <p>A rule that is wrong one time in ten is switched off by its users and then finds nothing. Therefore each check accepts
 * anything that may be good style. Each was tried on the texts of another project, and its findings were reviewed one by one:
 * {@code keycloak-judged.tsv} in the test resources holds the verdicts. An {@code ERROR} looks broken to a reader, a
 * {@code WARNING} is probably a mistake, {@code INFORMATION} may be intended.
 *
 * <p>A fix is offered only after it was tried: {@link dev.parlance.checks.Checks} runs all checks over the fixed text. It keeps
 * the fix if its finding is gone and no new one appeared.
 */
@NullMarked
package dev.parlance.checks;

import org.jspecify.annotations.NullMarked;
