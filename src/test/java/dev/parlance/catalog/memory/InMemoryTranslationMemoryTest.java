package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogPorts;
import dev.parlance.catalog.suggestions.TranslationMemoryContract;

class InMemoryTranslationMemoryTest extends TranslationMemoryContract {
    @Override
    protected CatalogPorts ports() {
        return InMemoryPorts.create();
    }
}
