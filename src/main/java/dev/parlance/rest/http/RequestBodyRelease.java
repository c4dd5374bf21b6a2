package dev.parlance.rest.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Releases the body of a request when its resource has returned, before the response is sent.
 *
 * <p>The request stays in memory until the client has read the response, which may take minutes. All references to the body are removed
 * from it, so that the memory is actually freed when it is no longer counted.
 */
@Provider
public class RequestBodyRelease implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var context = (ResteasyReactiveRequestContext) ((ResteasyReactiveContainerRequestContext) request).getServerRequestContext();
        var body = IncomingBody.find(context.serverRequest().unwrap(RoutingContext.class));
        if (body.isPresent()) {
            Arrays.fill(context.getParameters(), null);
            context.setInputStream(InputStream.nullInputStream());
            body.get().release();
        }
    }
}
