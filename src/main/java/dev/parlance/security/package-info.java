/**
 * From credentials to an actor with permissions.
 *
 * <p>Reading what is public needs no credentials and never passes through here: authentication is lazy, and happens only where
 * a resource asks for a role. For now there is one actor beside everybody, the administrator, who has the token from the
 * environment; without one nobody is. Whatever else will prove who somebody is becomes a further mechanism in this
 * room; resources ask for roles, and do not know how they came about.
 */
@NullMarked
package dev.parlance.security;

import org.jspecify.annotations.NullMarked;
