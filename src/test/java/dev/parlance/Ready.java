package dev.parlance;

import dev.parlance.publishing.delivery.SnapshotRegistry;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** For tests in the container: it answers before the shipped catalogs are loaded. */
public final class Ready {
    private static final int SHIPPED = 2;

    private Ready() {
    }

    public static void await(SnapshotRegistry delivery) {
        await("the shipped catalogs", () -> delivery.productionSnapshots().size() >= SHIPPED);
    }

    public static void await(String what, BooleanSupplier condition) {
        ServiceProcess.await(what, Duration.ofSeconds(30), condition);
    }
}
