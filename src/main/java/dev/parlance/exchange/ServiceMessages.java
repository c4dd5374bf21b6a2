package dev.parlance.exchange;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rendering.ArgumentValues;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The service's own messages, rendered in the language of the caller.
 *
 * <p>The texts come from the published catalog {@code parlance}, so users can edit them. The shipped texts are used until that release is
 * loaded, and for messages that it does not contain.
 */
@Singleton
public final class ServiceMessages {
    public static final CatalogName CATALOG = new CatalogName("parlance");

    private final SnapshotRegistry snapshotRegistry;
    private final Supplier<Snapshot> shippedTexts;
    private @Nullable Snapshot shipped;

    @Inject
    public ServiceMessages(SnapshotRegistry snapshotRegistry) {
        this(snapshotRegistry, ServiceMessages::readShipped);
    }

    ServiceMessages(SnapshotRegistry snapshotRegistry, Supplier<Snapshot> shippedTexts) {
        this.snapshotRegistry = snapshotRegistry;
        this.shippedTexts = shippedTexts;
    }

    /** A rendered message with its title and detail, as RFC 9457 defines them. */
    public record LocalizedMessage(PublishedMessage message, String title, String detail, LocaleTag locale) {
    }

    /** Loads the shipped texts if the published catalog lacks a problem; otherwise, the first problem would load them on an event loop. */
    public void prepare() {
        if (!Arrays.stream(ProblemType.values()).allMatch(it -> findPublished(it.key()).isPresent())) {
            loadShipped();
        }
    }

    /**
     * Renders a problem.
     *
     * @param acceptLanguage value of the {@code Accept-Language} header
     */
    public LocalizedMessage render(ProblemException problem, Optional<String> acceptLanguage) {
        return render(problem.type().key(), problem.arguments(), acceptLanguage);
    }

    /**
     * Renders a message.
     *
     * @param key key in the catalog {@code parlance}
     */
    public LocalizedMessage render(String key, Map<String, Object> arguments, Optional<String> acceptLanguage) {
        var snapshot = findPublished(key).orElseGet(this::loadShipped);
        var locale = snapshot.offeredLocales().negotiate(acceptLanguage).offered();
        var message = snapshot.locale(locale).findMessage(key).orElseThrow();
        var rendered = message.render(ArgumentValues.bind(message.contract(), arguments), ZoneOffset.UTC);
        return new LocalizedMessage(message, rendered.text(), rendered.description(), message.locale());
    }

    private Optional<Snapshot> findPublished(String key) {
        return snapshotRegistry.find(CATALOG).filter(it -> it.locale(it.offeredLocales().source()).findMessage(key).isPresent());
    }

    /** Loads the shipped texts on first use, because they are rarely needed once the published catalog is served. */
    private synchronized Snapshot loadShipped() {
        var snapshot = shipped;
        if (snapshot == null) {
            snapshot = shippedTexts.get();
            shipped = snapshot;
        }
        return snapshot;
    }

    private static Snapshot readShipped() {
        var catalog = ShippedCatalog.load(CATALOG.value());
        return Snapshot.ofDraft(catalog.toDraft(), catalog.toContent().title());
    }
}
