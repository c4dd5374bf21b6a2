/** Fakes of the ports of {@code security}. */
@NullMarked
package dev.parlance.security.memorystore;

import org.jspecify.annotations.NullMarked;
