package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogPorts;
import dev.parlance.catalog.glossary.GlossaryContract;

class InMemoryGlossaryTest extends GlossaryContract {
    @Override
    protected CatalogPorts ports() {
        return InMemoryPorts.create();
    }
}
