/**
 * PostgreSQL behind the ports of the other rooms. Nobody imports this room; Panache lives here only.
 *
 * <p>Transactions begin in the use cases, through the port {@code Transactions}, whose implementation here repeats one that
 * failed by serialization or deadlock. That, and keys made by the application, is what engines that speak PostgreSQL's
 * protocol but are distributed underneath ask for.
 */
@NullMarked
package dev.parlance.storage;

import org.jspecify.annotations.NullMarked;
