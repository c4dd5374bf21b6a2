/**
 * Machine translation behind the port of {@code catalog.suggestions}; off unless configured.
 *
 * <p>A package of its own, beside storage: it calls an external service, which the domain must not do. Only the wiring imports it.
 *
 * <p>The translator never sees a pattern. It receives sentences with placeholders for arguments, and its translations are put back into
 * the original pattern, so a lost argument or a broken branch is always detected. Responses are bounded in time and size. Redirects are
 * not followed: only the configured address receives texts.
 */
@NullMarked
package dev.parlance.machine;

import org.jspecify.annotations.NullMarked;
