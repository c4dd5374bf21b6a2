package dev.parlance;

import dev.parlance.publishing.delivery.SnapshotRegistry;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for the shipped catalogs in container tests: the service answers before they are loaded. */
public final class ShippedCatalogsReady {
    private static final int SHIPPED = 3;

    private ShippedCatalogsReady() {
    }

    public static void await(SnapshotRegistry snapshots) {
        await("the shipped catalogs", () -> snapshots.productionSnapshots().size() >= SHIPPED);
    }

    public static void await(String description, BooleanSupplier condition) {
        ServiceProcess.await(description, Duration.ofMinutes(3), condition);
    }
}
