/** Fakes of the ports of {@code publishing.release}. Each passes the contract that its PostgreSQL repository passes. */
@NullMarked
package dev.parlance.publishing.memorystore;

import org.jspecify.annotations.NullMarked;
