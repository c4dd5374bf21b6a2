package dev.parlance.architecture.bad.publishing.release;

import dev.parlance.architecture.bad.publishing.memory.BadSnapshot;

/** Imports a sub-package above its own, which imports it in turn. */
public class BadRelease {
    BadSnapshot snapshot = new BadSnapshot();
}
