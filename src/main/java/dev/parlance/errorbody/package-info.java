/**
 * Error bodies of upstream APIs: where their codes and texts are, and how a text is replaced.
 *
 * <p>A body is parsed by Jackson's streaming parser for the positions of its values only, and edited as text. Parsing it into a tree and
 * writing the tree would change what the upstream sent: digits of numbers, escapes, blanks, and members that occur twice.
 *
 * <p>This package knows neither catalogs nor HTTP. The catalog stores {@code ErrorMembers} among its settings, and
 * {@code rest.recognition} supplies the texts.
 */
@NullMarked
package dev.parlance.errorbody;

import org.jspecify.annotations.NullMarked;
