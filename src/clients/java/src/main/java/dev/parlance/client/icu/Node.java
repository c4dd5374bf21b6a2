package dev.parlance.client.icu;

import dev.parlance.client.format.TextOutput;

/** A part of a compiled text. Immutable. */
interface Node {
    void print(TextOutput output);
}
