package dev.parlance.publishing.memorystore;

import dev.parlance.catalog.CatalogPorts;
import dev.parlance.catalog.memory.InMemoryPorts;
import dev.parlance.publishing.release.ChannelsContract;
import dev.parlance.publishing.release.PublishingPorts;

class InMemoryChannelsTest extends ChannelsContract {
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
