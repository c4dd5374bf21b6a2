package dev.parlance.publishing.delivery;

import dev.parlance.formats.BundleFormat;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.memory.BundleFilter;

/**
 * The form in which a client library reads a bundle.
 *
 * @param client the locale of the client, by whose rules it formats numbers and chooses plural forms
 * @param filter the messages to deliver; texts in languages that it does not accept are reported as missing
 */
public record ClientShape(BundleFormat format, LocaleTag client, BundleFilter filter) {
}
