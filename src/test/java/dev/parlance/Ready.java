package dev.parlance;

import dev.parlance.publishing.Delivery;
import java.time.Duration;

/** For tests in the container: it answers before the shipped catalogs are loaded. */
public final class Ready {
    private static final int SHIPPED = 2;

    private Ready() {
    }

    public static void await(Delivery delivery) {
        ServiceProcess.await("the shipped catalogs", Duration.ofSeconds(30), () -> delivery.all().size() >= SHIPPED);
    }
}
