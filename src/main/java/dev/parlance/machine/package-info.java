/**
 * A machine that translates, behind the port of {@code catalog}; off unless one is configured.
 *
 * <p>A room of its own, beside storage: it speaks to a foreign service, which the domain must not, and nobody imports it but who
 * wires it up. The machine never sees a pattern: it is given sentences with marks for arguments, and what it answers is put back
 * into the pattern it came from, so that it can neither lose an argument nor break a branch without being found out. Its answers
 * are bounded in time and size, and follow no redirect: whoever configures the address says where texts go, and nobody else.
 */
@NullMarked
package dev.parlance.machine;

import org.jspecify.annotations.NullMarked;
