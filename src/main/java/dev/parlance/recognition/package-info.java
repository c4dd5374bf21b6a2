/**
 * The way back from a rendered text to the messages it can come from, and to their arguments.
 *
 * <p>The package is pure: no container, clock, log or database. A {@link dev.parlance.recognition.Recogniser} is built from the texts of
 * messages and is immutable.
 *
 * <p>A compiled text is unfolded into {@link dev.parlance.recognition.Alternative}s, one for each combination of branches, which are
 * literals with holes between them. The holes are filled with what stands between the literals, and each argument is rendered again: only a
 * text that comes out unchanged was recognised exactly. The compiled form of {@code rendering} is used for both directions, so there is no
 * second parser that could disagree.
 *
 * <p>Regular expressions are not used. They would backtrack for as long as an attacker likes, and a million of them cannot be tried.
 */
@NullMarked
package dev.parlance.recognition;

import org.jspecify.annotations.NullMarked;
