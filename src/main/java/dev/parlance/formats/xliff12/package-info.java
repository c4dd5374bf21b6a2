/**
 * XLIFF 1.2, and 1.1, in the flavours of Xcode, Angular, Symfony and translation tools.
 *
 * <p>The key is {@code resname}, or {@code id} without a {@code resname}. Short numeric ids are only counters, as in Symfony files, so the
 * source text is the key of such units. The source text is read with the translation; a unit without a translation has only a source text.
 * Several {@code <file>} elements become one list of messages. {@code approved} and {@code state} become the state of the text,
 * {@code <note>} the comment.
 *
 * <p>Inline elements are opaque. Native code in {@code <ph>}, {@code <bpt>}, {@code <ept>} and {@code <it>} is text, because it is part of
 * the message. {@code <x/>}, {@code <g>} and other elements without native code are kept as tags with their id, but without attributes for
 * display. {@code <mrk>} is an annotation, so its content is text. The writer writes all of these as text.
 *
 * <p>All whitespace is preserved, because few files declare {@code xml:space} although texts contain line breaks. Only line breaks with
 * indentation around the whole text are dropped, unless {@code xml:space} is {@code preserve}.
 *
 * <p>{@code <alt-trans>}, {@code <context-group>} and skeletons are ignored, because they describe the translation process. Binary units,
 * and units with {@code translate="no"}, are reported. A document type declaration is rejected, so XLIFF 1.0 is not supported.
 *
 * <p>Exported texts are ICU patterns. Characters that XML does not allow are lossy.
 */
@NullMarked
package dev.parlance.formats.xliff12;

import org.jspecify.annotations.NullMarked;
