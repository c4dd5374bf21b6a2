package dev.parlance;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.suggestions.MachineTranslation;
import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.formats.BundleFormat;
import dev.parlance.formats.CatalogFormat;
import dev.parlance.formats.ImportFormat;
import dev.parlance.machine.LibreTranslateClient;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.files.PersistSnapshots;
import dev.parlance.publishing.files.SnapshotFolder;
import dev.parlance.publishing.memory.LoadReleases;
import dev.parlance.publishing.release.Channels;
import dev.parlance.security.AccessRecords;
import dev.parlance.security.AccessRegistry;
import dev.parlance.security.AccessSnapshotFile;
import dev.parlance.security.PersistAccess;
import dev.parlance.security.accounts.PasswordHasher;
import dev.parlance.security.authentication.SessionTokens;
import dev.parlance.usage.FlushUsage;
import dev.parlance.usage.UsageCounter;
import dev.parlance.usage.UsageCounts;
import dev.parlance.webhooks.AddressRules;
import dev.parlance.webhooks.WebhookPolicy;
import dev.parlance.webhooks.WebhookSender;
import dev.parlance.webhooks.sending.PinnedAddressSender;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The shipped catalogs, the file formats, and the beans that need configuration. Other beans annotate themselves. */
final class Wiring {
    private static final Duration MACHINE_TIMEOUT = Duration.ofSeconds(5);

    /** The shipped catalogs, in the order in which they are synchronised. Their content is in {@code translations/}. */
    static final class ShippedCatalogs {
        private static final List<String> NAMES = List.of("parlance", "exchange", "web");

        Set<CatalogName> names() {
            return NAMES.stream().map(CatalogName::new).collect(Collectors.toSet());
        }

        Stream<ShippedCatalog> load() {
            return NAMES.stream().map(ShippedCatalog::load);
        }
    }

    @Produces
    @Singleton
    ShippedCatalogs shippedCatalogs() {
        return new ShippedCatalogs();
    }

    @Produces
    @Singleton
    List<BundleFormat> bundleFormats() {
        return FileFormats.bundleFormats();
    }

    @Produces
    @Singleton
    List<ImportFormat> importFormats() {
        return FileFormats.importFormats();
    }

    @Produces
    @Singleton
    List<CatalogFormat> catalogFormats() {
        return FileFormats.catalogFormats();
    }

    @Produces
    @Singleton
    SnapshotRegistry snapshotRegistry(ShippedCatalogs catalogs) {
        return new SnapshotRegistry(catalogs.names());
    }

    @Produces
    @Singleton
    MachineTranslation machineTranslation(@ConfigProperty(name = "parlance.machine-translation.url") Optional<String> url,
                                          @ConfigProperty(name = "parlance.machine-translation.key") Optional<String> key) {
        return url.filter(it -> !it.isBlank()).map(it -> LibreTranslateClient.create(it, key, MACHINE_TIMEOUT))
                .orElse(MachineTranslation.DISABLED);
    }

    @Produces
    @Singleton
    PersistSnapshots persistSnapshots(@ConfigProperty(name = "parlance.snapshots.folder") String folder, Channels channels,
            LoadReleases loadReleases, Transactions transactions, SnapshotRegistry snapshots) {
        return new PersistSnapshots(new SnapshotFolder(Path.of(folder)), channels, loadReleases, transactions, snapshots);
    }

    @Produces
    @Singleton
    AccessRegistry access(AccessRecords records, Transactions transactions, SnapshotRegistry snapshotRegistry) {
        return new AccessRegistry(records, transactions, snapshotRegistry::setPublicCatalogs);
    }

    @Produces
    @Singleton
    PersistAccess persistAccess(AccessRegistry access, @ConfigProperty(name = "parlance.snapshots.folder") String folder) {
        return new PersistAccess(access, new AccessSnapshotFile(Path.of(folder)));
    }

    @Produces
    @Singleton
    PasswordHasher passwords(@ConfigProperty(name = "parlance.password.cost") int cost) {
        return new PasswordHasher(cost);
    }

    @Produces
    @Singleton
    SessionTokens sessions(@ConfigProperty(name = "parlance.session.key") Optional<String> key, Clock clock) {
        return new SessionTokens(key, clock);
    }

    @Produces
    @Singleton
    FlushUsage flushUsage(UsageCounter counter, UsageCounts counts, Transactions transactions, Clock clock,
            @ConfigProperty(name = "parlance.usage.retention-days") int retentionDays) {
        return new FlushUsage(counter, counts, transactions, clock, retentionDays);
    }

    @Produces
    @Singleton
    WebhookPolicy webhookPolicy(@ConfigProperty(name = "parlance.webhooks.allowed-networks") Optional<List<String>> allowedNetworks,
            @ConfigProperty(name = "parlance.webhooks.plain-http") boolean plainHttp) {
        return new WebhookPolicy(new AddressRules(allowedNetworks.orElse(List.of())), plainHttp);
    }

    @Produces
    @Singleton
    WebhookSender webhookSender(Vertx vertx, WebhookPolicy policy,
            @ConfigProperty(name = "parlance.webhooks.timeout") Duration timeout) {
        return new PinnedAddressSender(vertx, policy.addresses(), timeout);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
