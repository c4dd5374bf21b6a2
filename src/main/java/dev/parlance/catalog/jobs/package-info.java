/**
 * Bulk changes over many messages, run as jobs.
 *
 * <p>Any replica can run a job, batch by batch. The progress of a job commits together with the changes of the batch, so a killed replica
 * neither skips nor repeats a message. A job obeys the same rules as a direct edit: a message that rejects the change is counted and
 * listed, and the job continues.
 *
 * <p>Undoing a job reverts all of its changes in one transaction.
 */
@NullMarked
package dev.parlance.catalog.jobs;

import org.jspecify.annotations.NullMarked;
