package dev.parlance.background;

import dev.parlance.audit.AuditAction;
import dev.parlance.audit.AuditEvent;
import dev.parlance.audit.AuditLog;
import dev.parlance.catalog.jobs.Job;
import dev.parlance.catalog.jobs.JobEndListener;
import jakarta.enterprise.context.ApplicationScoped;

/** Records the end of each job in the audit log. The actor is the caller who created the job; there is no request. */
@ApplicationScoped
class JobAudit implements JobEndListener {
    private final AuditLog log;

    JobAudit(AuditLog log) {
        this.log = log;
    }

    @Override
    public void ended(Job job) {
        log.record(AuditEvent.of(AuditAction.JOB_ENDED).with("actor", job.requestedBy()).with("catalog", job.catalog().value())
                .with("job", job.id().toString()).with("status", job.status().label())
                .with("changed", Integer.toString(job.changed())));
    }
}
