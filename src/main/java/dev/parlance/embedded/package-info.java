/**
 * The embedded PostgreSQL of a service without a configured database.
 *
 * <p>Other users of the machine can neither use it nor occupy its connections: it listens only on a Unix domain socket, which is in a
 * folder of the service with mode 0700, as are the passwords and the programs. Every connection authenticates with SCRAM. The service
 * itself connects as a role without superuser rights. {@link dev.parlance.embedded.DatabaseSupervisor} restarts a killed server.
 */
@NullMarked
package dev.parlance.embedded;

import org.jspecify.annotations.NullMarked;
