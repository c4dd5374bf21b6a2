package dev.parlance.formats;

/**
 * A shape of a bundle for one kind of client, which prints what this service prints; where it cannot, the key is said to be lossy and
 * the text is still there, as readable as the shape allows. Stateless, and the same bytes for the same content.
 */
public interface BundleFormat {

    /** The value of {@code ?format=}. */
    String name();

    /** With the charset where it is not in the definition of the type. */
    String mediaType();

    FormattedBundle write(BundleContent content);
}
