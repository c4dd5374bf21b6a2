package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogPorts;
import dev.parlance.catalog.CatalogsContract;

class InMemoryCatalogsTest extends CatalogsContract {
    @Override
    protected CatalogPorts ports() {
        return InMemoryPorts.create();
    }
}
