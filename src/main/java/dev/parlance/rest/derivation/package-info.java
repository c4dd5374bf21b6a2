/**
 * Derivations of bundles, with bounds on their number, their memory and the time they wait.
 *
 * <p>Clients choose the parameters of derived bundles freely. {@code Derivations} run on dedicated threads and are rejected when too
 * many wait. {@code DerivedBundles} are compressed at a fast level, and cached on their second request.
 */
@NullMarked
package dev.parlance.rest.derivation;

import org.jspecify.annotations.NullMarked;
