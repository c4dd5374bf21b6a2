package dev.parlance.client.resourcebundle;

import dev.parlance.client.Parlance;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.spi.ResourceBundleProvider;

/**
 * Provides the messages of a catalog to {@link ResourceBundle#getBundle(String, Locale)}.
 *
 * <p>Java asks providers for the bundles of named modules only. For the base name {@code com.example.Texts}, a module declares the
 * interface {@code com.example.spi.TextsProvider extends ResourceBundleProvider}, and provides a subclass of this class that
 * implements it. Code on the class path creates a {@link CatalogResourceBundle} directly.
 */
public abstract class CatalogBundleProvider implements ResourceBundleProvider {
    private final String baseName;

    protected CatalogBundleProvider(String baseName) {
        this.baseName = baseName;
    }

    /** Returns the client, which the application creates once. */
    protected abstract Parlance texts();

    @Override
    public ResourceBundle getBundle(String requested, Locale locale) {
        return baseName.equals(requested) ? new CatalogResourceBundle(texts(), locale) : null;
    }
}
