/**
 * The MCP server: tools and resources for assistants, on the API of drafts.
 *
 * <p>Each tool sends requests to the service's own HTTP API, with the credentials of the caller. So a tool can do exactly what the key can
 * do by REST: permissions, closed catalogs, limits, checks, history and the audit log are those of the API, and cannot differ in a second
 * place. A request over the loopback interface takes less than a millisecond, which does not matter beside a language model. Cookies are
 * not forwarded, so that a page in a browser cannot use the session of its user.
 *
 * <p>The server keeps no sessions and sends nothing of its own accord. Clients then need neither a certain replica nor an open stream, and
 * there is nothing that many of them could fill.
 *
 * <p>The package is compiled only in the profile {@code mcp}. A service without the profile contains neither the extension nor its routes.
 */
@NullMarked
package dev.parlance.mcp;

import org.jspecify.annotations.NullMarked;
