package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogPorts;
import dev.parlance.catalog.history.HistoryContract;

class InMemoryHistoryTest extends HistoryContract {
    @Override
    protected CatalogPorts ports() {
        return InMemoryPorts.create();
    }
}
