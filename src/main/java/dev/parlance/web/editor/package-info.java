/**
 * Serves the editor under {@code /app}.
 *
 * <p>Quinoa builds {@code src/main/webui} into the resources of the application. Its own handler sends them without compression and with
 * the headers of the API, so {@link dev.parlance.web.editor.EditorRoutes} comes before it: every address of the editor gets the same page,
 * with a content security policy for scripts of this origin only. CodeMirror creates style sheets at run time. They are allowed by a
 * nonce, which is in the header and in the page, so the page is created for each request and never cached.
 *
 * <p>A build without the editor ({@code -Dquarkus.quinoa=false}) has no page, and {@code /app} is not found.
 */
@NullMarked
package dev.parlance.web.editor;

import org.jspecify.annotations.NullMarked;
