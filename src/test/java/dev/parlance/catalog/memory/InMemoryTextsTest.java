package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogPorts;
import dev.parlance.catalog.TextsContract;

class InMemoryTextsTest extends TextsContract {
    @Override
    protected CatalogPorts ports() {
        return InMemoryPorts.create();
    }
}
