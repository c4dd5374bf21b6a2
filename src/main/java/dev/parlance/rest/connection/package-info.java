/**
 * Limits on the resources that a connection occupies before and after its requests are served.
 *
 * <p>The server of Vert.x decodes, dispatches and buffers as fast as bytes arrive. A client that pipelines requests and reads no
 * response, or that never completes its headers, would occupy memory without a limit. Three Netty handlers bound each connection:
 * {@code ConnectionGuard} its incomplete headers, {@code RequestSequence} its pipelined requests and {@code PacedWrites} its unread
 * responses. They use Netty directly, because neither Vert.x nor Quarkus has an extension point between decoder and dispatcher.
 */
@NullMarked
package dev.parlance.rest.connection;

import org.jspecify.annotations.NullMarked;
