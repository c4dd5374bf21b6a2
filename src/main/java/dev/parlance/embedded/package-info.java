/**
 * The embedded PostgreSQL of a service without a configured database.
 *
 * <p>Other users of the machine cannot use it: every connection authenticates with SCRAM, the passwords and the programs are in a folder
 * of the service with mode 0700, it listens on 127.0.0.1 only and has no Unix socket. The service itself connects as a role without
 * superuser rights. {@link dev.parlance.embedded.DatabaseSupervisor} restarts a killed server.
 */
@NullMarked
package dev.parlance.embedded;

import org.jspecify.annotations.NullMarked;
