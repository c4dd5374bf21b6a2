package dev.parlance.formats;

import dev.parlance.rendering.ArgumentContract;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A message in a file, without its texts. */
public record MessageEntry(String key, String code, String reason, int httpStatus, ArgumentContract contract, SortedSet<String> tags) {
    public MessageEntry {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }
}
