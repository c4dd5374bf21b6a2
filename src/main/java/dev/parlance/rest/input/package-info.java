/**
 * Parsing of requests: JSON bodies, query parameters, conditional headers, cursors, locales.
 *
 * <p>Parsing is strict. Unknown or duplicate members, values of the wrong JSON type, invalid UTF-8 and forbidden characters are
 * rejected with a problem that names the parameter or the JSON Pointer (RFC 6901). Guessing would hide mistakes of clients.
 *
 * <p>A cursor is bound to its query, so that it cannot continue another list. Versions are sent as ETags (RFC 9110, 13.1), so that
 * concurrent changes are detected.
 */
@NullMarked
package dev.parlance.rest.input;

import org.jspecify.annotations.NullMarked;
