package dev.parlance.formats;

import dev.parlance.rendering.Contract;

/** A message in a file, without its texts. */
public record MessageEntry(String key, String code, String reason, int httpStatus, Contract contract) {
}
