package dev.parlance.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The log of acts that matter, one line for each. An event is recorded once its act is committed, or was refused. */
@Singleton
public final class AuditLog {
    /** The logging category of all lines. */
    public static final String CATEGORY = "dev.parlance.audit";

    private final Consumer<String> sink;
    private final AtomicLongArray counts = new AtomicLongArray(AuditAction.values().length);

    @Inject
    public AuditLog() {
        this(Logger.getLogger(CATEGORY)::info);
    }

    /** @param sink receives each line, without a line break */
    public AuditLog(Consumer<String> sink) {
        this.sink = sink;
    }

    public void record(AuditEvent event) {
        counts.incrementAndGet(event.action().ordinal());
        sink.accept(event.toLine());
    }

    /** Returns the number of events with an action since the start. */
    public long count(AuditAction action) {
        return counts.get(action.ordinal());
    }
}
