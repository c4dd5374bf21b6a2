package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogPorts;
import dev.parlance.catalog.DraftQueryContract;

class InMemoryDraftQueryTest extends DraftQueryContract {
    @Override
    protected CatalogPorts ports() {
        return InMemoryPorts.create();
    }
}
