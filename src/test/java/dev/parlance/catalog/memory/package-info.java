/** Fakes of the ports of {@code catalog}. Each passes the contract that its PostgreSQL repository passes. */
@NullMarked
package dev.parlance.catalog.memory;

import org.jspecify.annotations.NullMarked;
