package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogPorts;
import dev.parlance.catalog.jobs.JobsContract;

class InMemoryJobsTest extends JobsContract {
    @Override
    protected CatalogPorts ports() {
        return InMemoryPorts.create();
    }
}
