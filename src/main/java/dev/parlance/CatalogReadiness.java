package dev.parlance;

import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.VersionInfo;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.security.AccessRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * The readiness check: every shipped catalog can be served from memory, and permissions are known.
 *
 * <p>It reports the versions of ICU and CLDR, which decide how texts are rendered.
 */
@Readiness
@ApplicationScoped
class CatalogReadiness implements HealthCheck {
    private final SnapshotRegistry snapshots;
    private final AccessRegistry accessRegistry;

    CatalogReadiness(SnapshotRegistry snapshots, AccessRegistry accessRegistry) {
        this.snapshots = snapshots;
        this.accessRegistry = accessRegistry;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("catalogs").status(snapshots.isReady() && accessRegistry.snapshot().isLoaded())
                .withData("icu", VersionInfo.ICU_VERSION.getVersionString(2, 4))
                .withData("cldr", LocaleData.getCLDRVersion().getVersionString(2, 4));
        snapshots.productionSnapshots().forEach(it -> response.withData(it.catalog().value(), it.release()));
        return response.build();
    }
}
