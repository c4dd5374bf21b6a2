package dev.parlance.web.page;

import dev.parlance.catalog.CatalogName;
import dev.parlance.exchange.ShippedCatalog;
import dev.parlance.publishing.delivery.SnapshotRegistry;
import dev.parlance.publishing.memory.Snapshot;
import dev.parlance.rest.input.ReaderLocale;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The labels of the pages and of the editor, which come from the published catalog {@code web}, so users can edit them.
 *
 * <p>The shipped labels are used until that release is loaded, and for labels that it does not contain.
 */
@Singleton
public final class PublishedLabels {
    public static final CatalogName CATALOG = new CatalogName("web");

    private final SnapshotRegistry snapshots;
    private final Snapshot shipped;

    PublishedLabels(SnapshotRegistry snapshots) {
        var catalog = ShippedCatalog.load(CATALOG.value());
        this.snapshots = snapshots;
        this.shipped = Snapshot.ofDraft(catalog.toDraft(), catalog.toContent().title());
    }

    /**
     * Returns the labels for a visitor, in English if their language is not available.
     *
     * @param locale the query parameter; if null, {@code Accept-Language} is used
     * @throws dev.parlance.problems.ProblemException {@code INVALID_LOCALE}
     */
    public Labels forVisitor(@Nullable String locale, Optional<String> acceptLanguage) {
        return new Labels(ReaderLocale.of(published(), locale, acceptLanguage), ReaderLocale.of(shipped, locale, acceptLanguage));
    }

    /** Returns the catalog of the labels, whose locales are the languages of the pages. */
    public Snapshot published() {
        return snapshots.find(CATALOG).orElse(shipped);
    }
}
