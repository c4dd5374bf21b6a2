package dev.parlance.architecture.bad.publishing.memory;

import dev.parlance.architecture.bad.publishing.release.BadRelease;

/** The other half of a cycle between sub-packages. */
public class BadSnapshot {
    static BadRelease release() {
        return new BadRelease();
    }
}
