package dev.parlance.publishing.memorystore;

import dev.parlance.publishing.release.PublishingPorts;

/** All ports of publishing in memory. */
final class InMemoryPublishing {

    private InMemoryPublishing() {
    }

    static PublishingPorts create() {
        var releases = new InMemoryReleases();
        return new PublishingPorts(releases, new InMemoryChannels(releases), new InMemoryBlobs());
    }
}
