package dev.parlance.catalog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.problems.ProblemException;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The problem that an action reports. */
public final class Problems {

    private Problems() {
    }

    public static ProblemException problemOf(ThrowingCallable action) {
        var problem = new AtomicReference<ProblemException>();
        assertThatThrownBy(action).isInstanceOfSatisfying(ProblemException.class, problem::set);
        return problem.get();
    }
}
