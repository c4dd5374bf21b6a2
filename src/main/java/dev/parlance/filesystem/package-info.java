/**
 * Durable files. {@code publishing} and {@code security} both persist what the service needs to start without its database; they must
 * not import each other, so what they share lives below both.
 */
@NullMarked
package dev.parlance.filesystem;

import org.jspecify.annotations.NullMarked;
