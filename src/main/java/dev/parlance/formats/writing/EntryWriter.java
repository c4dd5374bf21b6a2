package dev.parlance.formats.writing;

import dev.parlance.formats.FileEntry;
import dev.parlance.formats.Losses;

/** Writes one file, and receives the messages in the order of the bundle. */
public interface EntryWriter {

    /**
     * Writes a message.
     *
     * @param entry  with one text, in the locale of the file
     * @param losses receives the parts that the format cannot express
     */
    void write(FileEntry entry, Losses losses);

    /** Completes the file and returns its bytes. */
    byte[] finish();
}
