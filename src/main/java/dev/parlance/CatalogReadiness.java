package dev.parlance;

import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.VersionInfo;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: every shipped catalog can be served, from memory. The versions of ICU and CLDR decide how it is rendered. */
@Readiness
@ApplicationScoped
class CatalogReadiness implements HealthCheck {
    private final SnapshotRegistry delivery;

    CatalogReadiness(SnapshotRegistry delivery) {
        this.delivery = delivery;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("catalogs").status(delivery.isReady())
                .withData("icu", VersionInfo.ICU_VERSION.getVersionString(2, 4))
                .withData("cldr", LocaleData.getCLDRVersion().getVersionString(2, 4));
        delivery.productionSnapshots().forEach(it -> answer.withData(it.catalog().value(), it.release()));
        return answer.build();
    }
}
