/**
 * XLIFF 2.0, 2.1 and 2.2.
 *
 * <p>The key is the {@code name} of a unit, or its {@code id} without a name. Short numeric ids are only counters, so the source text is
 * the key of such units. The segments of a unit become one text; if some of them are not translated, the unit has no translation, which is
 * reported. {@code state} becomes the state of the text: {@code initial} is a draft, {@code reviewed} and {@code final} are approved. Notes
 * become the comment.
 *
 * <p>Inline codes are opaque. A code with original data in the unit is replaced with that data, because it is part of the message. Any
 * other code is kept as a tag with its id. {@code <cp>} becomes its character, and annotations are transparent.
 *
 * <p>The reader extracts the texts and their lines, and rejects document type declarations. The Okapi library then validates the file
 * against the schemas and the further rules of the specification. It does not support version 2.2, whose core equals that of 2.1, so such a
 * file is validated with the namespace and version of 2.1. A validation error has the line of the unit that its message refers to, if any.
 *
 * <p>Modules such as matches, glossary and metadata are ignored, because they describe the translation process. Units with
 * {@code translate="no"} are reported.
 *
 * <p>Exported texts are ICU patterns. Every character can be written.
 */
@NullMarked
package dev.parlance.formats.xliff;

import org.jspecify.annotations.NullMarked;
