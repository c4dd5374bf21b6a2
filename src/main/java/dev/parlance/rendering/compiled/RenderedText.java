package dev.parlance.rendering.compiled;

import java.util.SortedSet;

/**
 * The result of a rendering, which always has a text.
 *
 * @param missing names of the arguments without a value
 * @param invalid names of the arguments whose value the text cannot use
 */
public record RenderedText(String text, SortedSet<String> missing, SortedSet<String> invalid) {
}
