/**
 * XLIFF 2.0, 2.1 and 2.2.
 *
 * <p>The key is the {@code name} of a unit, or its {@code id} without one. Short numbers as ids only count the units, so there
 * the source text is the key. The segments of a unit become one text; if some of them are not translated, the unit has none,
 * which is reported. {@code state} becomes the state of the text: {@code initial} is a draft, {@code reviewed} and {@code
 * final} are approved. Notes become the comment.
 *
 * <p>Inline codes are opaque. A code whose original data the unit has becomes that data, because the message has it there. Any
 * other one is kept as a tag with its id. {@code <cp>} becomes its character, and annotations are transparent.
 *
 * <p>Our own reader finds the texts and their lines, and refuses document type declarations. The library of Okapi then
 * validates the file against the schemas and the further rules of the specification. It knows no version 2.2, whose core is
 * that of 2.1, so it validates such a file under the namespace and version of 2.1. Its faults have the line of the unit, if
 * its message names one.
 *
 * <p>Modules such as matches, glossary and metadata are not read: they describe the work on the file. Units with {@code
 * translate="no"} are reported.
 *
 * <p>The texts are ICU patterns on export. Every character can be written.
 */
@NullMarked
package dev.parlance.formats.xliff;

import org.jspecify.annotations.NullMarked;
