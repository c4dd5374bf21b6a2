package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogPorts;
import dev.parlance.catalog.UncheckedTextsContract;

class InMemoryUncheckedTextsTest extends UncheckedTextsContract {
    @Override
    protected CatalogPorts ports() {
        return InMemoryPorts.create();
    }
}
