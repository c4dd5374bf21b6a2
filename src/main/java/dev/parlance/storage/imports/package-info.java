/** Implements the repository of imports in PostgreSQL. Internal to {@code storage}, which no other package imports. */
@NullMarked
package dev.parlance.storage.imports;

import org.jspecify.annotations.NullMarked;
