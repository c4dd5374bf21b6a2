/**
 * The audit log: one structured line for each act that matters to the security of the service.
 *
 * <p>The lines have the logging category {@value dev.parlance.audit.AuditLog#CATEGORY}, so that operators can send them to a file or
 * system of their own. They never contain passwords, keys or tokens.
 *
 * <p>Foreign packages: JBoss Logging, which the rest of the service logs with.
 */
@NullMarked
package dev.parlance.audit;

import org.jspecify.annotations.NullMarked;
