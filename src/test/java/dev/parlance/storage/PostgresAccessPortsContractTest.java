package dev.parlance.storage;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogPorts;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.security.accounts.AccessPorts;
import dev.parlance.security.accounts.AccessPortsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PostgresAccessPortsContractTest extends AccessPortsContract {
    @Inject
    CatalogPorts ports;
    @Inject
    AccessPorts access;
    @Inject
    SnapshotRegistry snapshotRegistry;

    @Override
    protected CatalogPorts ports() {
        ShippedCatalogsReady.await(snapshotRegistry);
        return ports;
    }

    @Override
    protected AccessPorts access() {
        return access;
    }
}
