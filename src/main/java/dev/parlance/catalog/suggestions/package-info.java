/**
 * Suggested translations, from the translation memory and from machine translation.
 *
 * <p>Both are ports: the translation memory is a database query, and machine translation is an external service that may be absent.
 * Machine translation takes seconds, so it is called between transactions. A draft made from it refers to the translated source by content
 * hash and becomes stale if the source changes meanwhile.
 *
 * <p>Machine translation is untrusted. Its results are shown as suggestions or saved as drafts, which are never released.
 */
@NullMarked
package dev.parlance.catalog.suggestions;

import org.jspecify.annotations.NullMarked;
