package dev.parlance.client;

import java.io.IOException;
import java.time.Duration;

/** A response of the service that is not a success. */
final class ServiceException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Duration retryAfter;

    /** @param retryAfter zero if the service does not say when to try again */
    ServiceException(int status, String path, Duration retryAfter) {
        super("status " + status + " for " + path);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
