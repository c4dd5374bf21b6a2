package dev.parlance.rest.problem;

import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import io.vertx.core.http.HttpClosedException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Failures of this service. The caller receives a reference, under which the log has the cause. */
public final class InternalErrors {
    private static final Logger LOG = Logger.getLogger(InternalErrors.class);

    private InternalErrors() {
    }

    /** Logs a failure and returns the problem to respond with (500). A client that has disconnected is not worth an error. */
    public static ProblemException report(Throwable failure) {
        var reference = UUID.randomUUID().toString();
        if (isDisconnection(failure)) {
            LOG.debugf("A client disconnected before its response was complete: %s", failure);
        } else {
            LOG.errorf(failure, "Internal error %s", reference);
        }
        return ProblemType.INTERNAL_ERROR.with(reference);
    }

    private static boolean isDisconnection(@Nullable Throwable failure) {
        return failure != null && (failure instanceof HttpClosedException || isDisconnection(failure.getCause()));
    }
}
