package dev.parlance.rest.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jboss.logging.Logger;

/**
 * Counts connections that failed because of their client: resets and protocol errors.
 *
 * <p>A client can cause any number of them, so they are counted in a metric instead of being logged.
 */
@Singleton
class ConnectionErrors {
    private static final Logger LOG = Logger.getLogger(ConnectionErrors.class);

    private final Counter resets;
    private final Counter protocolErrors;

    ConnectionErrors(MeterRegistry registry) {
        this.resets = counter(registry, "reset");
        this.protocolErrors = counter(registry, "protocol");
    }

    private static Counter counter(MeterRegistry registry, String kind) {
        return Counter.builder("parlance.connection.errors").description("Connections that failed because of their client")
                .tag("kind", kind).register(registry);
    }

    void count(Throwable failure) {
        (failure instanceof IOException ? resets : protocolErrors).increment();
        LOG.debugf("A connection failed: %s", failure);
    }
}
