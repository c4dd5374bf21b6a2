package dev.parlance.publishing.memory;

import java.util.List;

/**
 * Finds the messages of a snapshot that a rendered text can come from.
 *
 * <p>The first call for a snapshot may create indexes and take seconds, so it must not run on an event loop. Meanwhile, other calls may
 * fail with {@link dev.parlance.problems.ProblemType#BUSY}.
 */
public interface RenderedTexts {

    /** Returns messages that render to the whole text, each in the locale of the text, best first. */
    List<PublishedMessage> findExact(Snapshot snapshot, String text);

    /** Returns these messages, and those that render to a similar text or to a part of it, best first. */
    List<PublishedMessage> findSimilar(Snapshot snapshot, String text);
}
