package dev.parlance.storage;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogPorts;
import dev.parlance.catalog.DraftQueryContract;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PostgresDraftQueryContractTest extends DraftQueryContract {
    @Inject
    CatalogPorts ports;
    @Inject
    SnapshotRegistry snapshotRegistry;

    @Override
    protected CatalogPorts ports() {
        ShippedCatalogsReady.await(snapshotRegistry);
        return ports;
    }
}
