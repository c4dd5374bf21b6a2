package dev.parlance.rest.http;

import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends a {@link StreamedBody} from the event loop, as fast as the client reads it. No thread waits for the client. */
@Provider
public class StreamedBodyWriter implements ServerMessageBodyWriter<StreamedBody> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return isStreamed(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isStreamed(type);
    }

    private static boolean isStreamed(Class<?> type) {
        return StreamedBody.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(StreamedBody body, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream out) throws WebApplicationException {
        throw new UnsupportedOperationException("streamed bodies are written to the server response");
    }

    @Override
    public void writeResponse(StreamedBody body, Type genericType, ServerRequestContext context) throws WebApplicationException {
        var request = (ResteasyReactiveRequestContext) context;
        var routing = request.serverRequest().unwrap(RoutingContext.class);
        var response = routing.response();
        body.length().ifPresentOrElse(it -> response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(it)),
                () -> response.setChunked(true));
        request.suspend();
        new Transfer(response, body.slices(), routing.vertx().getOrCreateContext(), request::resume).sendNext();
    }

    /**
     * One response being sent.
     *
     * @param onEnd ends the request
     */
    record Transfer(HttpServerResponse response, StreamedBody.Slices slices, Context eventLoop, Runnable onEnd) {

        /** Sends a slice, and the next one in a new task once it is flushed. Other connections run in between. */
        void sendNext() {
            try {
                var slice = slices.next();
                if (slice != null) {
                    response.write(slice).onComplete(written -> {
                        if (written.succeeded()) {
                            eventLoop.runOnContext(it -> sendNext());
                        } else {
                            finish();
                        }
                    });
                    return;
                }
                response.end();
            } catch (RuntimeException | Error e) {
                if (response.headWritten()) {
                    // Tells the client that the body is incomplete.
                    response.reset();
                }
                finish();
                throw e;
            }
            finish();
        }

        /** Ends the request. A client that disconnected needs no response, so a failed write is not an error. */
        private void finish() {
            try {
                slices.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                onEnd.run();
            }
        }
    }
}
