package dev.parlance.formats;

import dev.parlance.locales.LocaleTag;
import java.util.Optional;

/**
 * A representation of a bundle for one kind of client.
 *
 * <p>A client should print the same text as this service. A key for which it cannot is reported as lossy, and its text stays as readable as
 * the format allows. Implementations are stateless and deterministic: equal content produces equal bytes.
 */
public interface BundleFormat {

    /** Returns the value of {@code ?format=}. */
    String name();

    /** Returns the media type, with a charset unless the media type defines one. */
    String mediaType();

    /**
     * Returns the conventional path of the file of a locale, such as {@code values-pt-rBR/strings.xml}.
     *
     * @param source whether this is the source locale, for which some formats use a different path
     */
    default String path(LocaleTag locale, boolean source) {
        return locale.value() + (isJson() ? ".json" : ".txt");
    }

    /** Writes a bundle and reports its losses. */
    FormattedBundle write(BundleContent content);

    /** Returns whether the result is a JSON object of strings, which can be embedded in another JSON object. */
    default boolean isJson() {
        return mediaType().equals(FlatJsonWriter.MEDIA_TYPE);
    }

    /** Returns this format with tags that the client interprets; empty if tags are always text. */
    default Optional<BundleFormat> withRichTags() {
        return Optional.empty();
    }

    /** Returns this format with texts in another dialect; empty if the definition of the format prescribes the dialect. */
    default Optional<BundleFormat> withDialect(MessageDialect dialect) {
        return Optional.empty();
    }
}
