package dev.parlance.rendering.compiled;

import java.util.SortedSet;

/** What rendering gives: always a text, and beside it the arguments it wanted and did not get, or could not use. */
public record RenderedText(String text, SortedSet<String> missing, SortedSet<String> invalid) {
}
