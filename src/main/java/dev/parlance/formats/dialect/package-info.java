/**
 * Conversion between the dialects of files and stored texts.
 *
 * <p>A text keeps its characters where it can: printf texts are stored as printf and literal texts as plain. All other dialects become
 * ICU patterns. Writing goes the other way, from the pattern that is delivered, and names what a dialect cannot express.
 */
@NullMarked
package dev.parlance.formats.dialect;

import org.jspecify.annotations.NullMarked;
