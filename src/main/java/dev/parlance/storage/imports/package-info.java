/** The port of imports, implemented on PostgreSQL. A part of {@code storage}, which no package imports. */
@NullMarked
package dev.parlance.storage.imports;

import org.jspecify.annotations.NullMarked;
