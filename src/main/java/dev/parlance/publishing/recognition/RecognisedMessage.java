package dev.parlance.publishing.recognition;

import dev.parlance.publishing.memory.PublishedMessage;
import dev.parlance.recognition.Recognition;

/**
 * A message of a release that a text can come from.
 *
 * @param message the message in the locale of the text
 */
public record RecognisedMessage(PublishedMessage message, Recognition recognition) {
}
