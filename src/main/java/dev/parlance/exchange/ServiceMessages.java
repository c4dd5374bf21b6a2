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
 * The sentences this service says itself. From the published catalog {@code parlance}, so that they can be edited like
 * any other; as shipped for what that release does not have, and before it is loaded.
 */
@Singleton
public final class ServiceMessages {
    public static final CatalogName CATALOG = new CatalogName("parlance");

    private final SnapshotRegistry delivery;
    private @Nullable Snapshot shipped;

    public ServiceMessages(SnapshotRegistry delivery) {
        this.delivery = delivery;
    }

    /** A problem in words. */
    public record LocalizedMessage(PublishedMessage message, String title, String detail, LocaleTag locale) {
    }

    /** @param acceptLanguage how the caller wants to be spoken to */
    public LocalizedMessage render(ProblemException problem, Optional<String> acceptLanguage) {
        return render(problem.type().key(), problem.arguments(), acceptLanguage);
    }

    /** @param key of a message of our own catalog */
    public LocalizedMessage render(String key, Map<String, Object> arguments, Optional<String> acceptLanguage) {
        var snapshot = delivery.find(CATALOG).filter(it -> it.locale(it.offeredLocales().source()).findMessage(key).isPresent())
                .orElseGet(this::loadShipped);
        var locale = snapshot.offeredLocales().negotiate(acceptLanguage).offered();
        var message = snapshot.locale(locale).findMessage(key).orElseThrow();
        var rendered = message.render(ArgumentValues.bind(message.contract(), arguments), ZoneOffset.UTC);
        return new LocalizedMessage(message, rendered.text(), rendered.description(), message.locale());
    }

    /** Read only when it is wanted: where the published catalog is served, that is hardly ever. */
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
