package dev.parlance.exchange;

import dev.parlance.catalog.CatalogName;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rendering.ArgumentValues;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service's own messages, rendered in the language of the caller.
 *
 * <p>They come from the published catalog {@code parlance}, so they can be edited like any other. The shipped texts are used before that
 * release is loaded, and for messages that it does not contain.
 */
@Singleton
public final class ServiceMessages {
    public static final CatalogName CATALOG = new CatalogName("parlance");

    private final SnapshotRegistry snapshotRegistry;
    private @Nullable Snapshot shipped;

    public ServiceMessages(SnapshotRegistry snapshotRegistry) {
        this.snapshotRegistry = snapshotRegistry;
    }

    /** A rendered message with its title and detail, as RFC 9457 defines them. */
    public record LocalizedMessage(PublishedMessage message, String title, String detail, LocaleTag locale) {
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
        var snapshot = snapshotRegistry.find(CATALOG).filter(it -> it.locale(it.offeredLocales().source()).findMessage(key).isPresent())
                .orElseGet(this::loadShipped);
        var locale = snapshot.offeredLocales().negotiate(acceptLanguage).offered();
        var message = snapshot.locale(locale).findMessage(key).orElseThrow();
        var rendered = message.render(ArgumentValues.bind(message.contract(), arguments), ZoneOffset.UTC);
        return new LocalizedMessage(message, rendered.text(), rendered.description(), message.locale());
    }

    /** Loaded lazily: it is hardly ever needed while the published catalog is served. */
    private synchronized Snapshot loadShipped() {
        var snapshot = shipped;
        if (snapshot == null) {
            var catalog = ShippedCatalog.load(CATALOG.value());
            snapshot = Snapshot.ofDraft(catalog.toDraft(), catalog.toContent().title());
            shipped = snapshot;
        }
        return snapshot;
    }
}
