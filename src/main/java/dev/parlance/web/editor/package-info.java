/**
 * Serves the editor under {@code /app}.
 *
 * <p>Quinoa builds {@code src/main/webui} into the resources of the application. Its own handler sends these files without compression and
 * with the headers of the API, so {@link dev.parlance.web.editor.EditorRoutes} runs before it. Every address of the editor returns the same
 * page, with a content security policy that allows only scripts from this origin. CodeMirror creates style sheets at run time. A nonce in
 * the header and in the page allows them, so the page is created for each request and never cached.
 *
 * <p>In a build without the editor ({@code -Dquarkus.quinoa=false}), {@code /app} is not found.
 */
@NullMarked
package dev.parlance.web.editor;

import org.jspecify.annotations.NullMarked;
