/** The signing keys of seeds in PostgreSQL. */
@NullMarked
package dev.parlance.storage.seeds;

import org.jspecify.annotations.NullMarked;
