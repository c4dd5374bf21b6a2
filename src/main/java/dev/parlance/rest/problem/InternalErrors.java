package dev.parlance.rest.problem;

import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Failures of this service. The caller receives a reference, under which the log has the cause. */
public final class InternalErrors {
    private static final Logger LOG = Logger.getLogger(InternalErrors.class);

    private InternalErrors() {
    }

    /** Logs a failure and returns the problem to respond with (500). */
    public static ProblemException report(Throwable failure) {
        var reference = UUID.randomUUID().toString();
        LOG.errorf(failure, "Internal error %s", reference);
        return ProblemType.INTERNAL_ERROR.with(reference);
    }
}
