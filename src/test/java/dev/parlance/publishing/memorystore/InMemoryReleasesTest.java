package dev.parlance.publishing.memorystore;

import dev.parlance.catalog.CatalogPorts;
import dev.parlance.catalog.memory.InMemoryPorts;
import dev.parlance.publishing.release.PublishingPorts;
import dev.parlance.publishing.release.ReleasesContract;

class InMemoryReleasesTest extends ReleasesContract {
    private final PublishingPorts publishing = InMemoryPublishing.create();

    @Override
    protected CatalogPorts ports() {
        return InMemoryPorts.create();
    }

    @Override
    protected PublishingPorts publishing() {
        return publishing;
    }
}
