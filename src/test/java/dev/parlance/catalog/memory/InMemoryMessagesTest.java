package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogPorts;
import dev.parlance.catalog.MessagesContract;

class InMemoryMessagesTest extends MessagesContract {
    @Override
    protected CatalogPorts ports() {
        return InMemoryPorts.create();
    }
}
