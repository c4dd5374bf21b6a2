/**
 * The embedded PostgreSQL of a service without a configured database.
 *
 * <p>Other users of the machine can neither use it nor occupy its connections: it listens only on a Unix domain socket, which is in a
 * folder of the service with mode 0700, as are the passwords and the programs. Every connection authenticates with SCRAM. The service
 * itself connects as a role without superuser rights. {@link dev.parlance.embedded.DatabaseSupervisor} restarts a killed server.
 *
 * <p>The driver connects through our {@link dev.parlance.embedded.UnixSocket} and not through junixsocket, whose connections ignore their
 * timeout: while the queue of a suspended server is full, they block without limit (version 2.10.1). A write during an outage must fail
 * within seconds, so our socket is rejected at once instead.
 */
@NullMarked
package dev.parlance.embedded;

import org.jspecify.annotations.NullMarked;
