package dev.parlance.storage;

import dev.parlance.PostgresTestResource;
import dev.parlance.ShippedCatalogsReady;
import dev.parlance.catalog.CatalogPorts;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.release.PublishingPorts;
import dev.parlance.publishing.release.ReleasesContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class PostgresReleasesContractTest extends ReleasesContract {
    @Inject
    CatalogPorts ports;
    @Inject
    PublishingPorts publishing;
    @Inject
    SnapshotRegistry snapshotRegistry;

    @Override
    protected CatalogPorts ports() {
        ShippedCatalogsReady.await(snapshotRegistry);
        return ports;
    }

    @Override
    protected PublishingPorts publishing() {
        return publishing;
    }
}
