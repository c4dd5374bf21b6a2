/**
 * Recognisers of published releases.
 *
 * <p>A recogniser takes more memory than the snapshot it is built from and most catalogs are never asked to recognise a text, so each
 * locale is indexed when it is first needed. Locales that a new release shares with the previous one keep their index, and the index of a
 * locale is collected with it.
 *
 * <p>The package is apart from {@code publishing.memory}, so that a snapshot does not depend on recognition. The search there finds
 * rendered texts through {@link dev.parlance.publishing.memory.RenderedTexts}.
 */
@NullMarked
package dev.parlance.publishing.recognition;

import org.jspecify.annotations.NullMarked;
