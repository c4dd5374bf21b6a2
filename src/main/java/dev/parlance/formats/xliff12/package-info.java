/**
 * XLIFF 1.2, and 1.1, in the flavours of Xcode, Angular, Symfony and translation tools.
 *
 * <p>The key is {@code resname}, or {@code id} without it. Short numbers as ids only count the units, as in Symfony's files, so
 * there the source text is the key. The source text is read with the translation; a unit without a translation has a source
 * text only. Several {@code <file>} elements become one list of messages. {@code approved} and {@code state} become the state
 * of the text, {@code <note>} the comment.
 *
 * <p>Inline elements are opaque. Native code in {@code <ph>}, {@code <bpt>}, {@code <ept>} and {@code <it>} is text, because
 * the message has it there. {@code <x/>}, {@code <g>} and other elements without native code are kept as tags with their id,
 * without attributes that only display them. {@code <mrk>} is an annotation, so its content is text. The writer writes all of
 * these as text.
 *
 * <p>All whitespace is kept, because few files declare {@code xml:space} and texts do have line breaks. Only line breaks with
 * indentation around the whole text are dropped, unless {@code xml:space} is {@code preserve}.
 *
 * <p>The following are not read: {@code <alt-trans>}, {@code <context-group>} and skeletons, which describe the work on the
 * file; binary units, and units with {@code translate="no"}, which are reported. A document type declaration is a fault, which
 * excludes XLIFF 1.0.
 *
 * <p>The texts are ICU patterns on export. Characters that XML cannot hold are lossy.
 */
@NullMarked
package dev.parlance.formats.xliff12;

import org.jspecify.annotations.NullMarked;
