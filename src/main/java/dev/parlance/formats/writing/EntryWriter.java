package dev.parlance.formats.writing;

import dev.parlance.formats.FileEntry;
import dev.parlance.formats.Losses;

/** A writer of one file, to which messages are given in the order of the bundle. */
public interface EntryWriter {

    /**
     * Writes a message.
     *
     * @param entry  with one text, in the locale of the file
     * @param losses receives what the format cannot hold
     */
    void write(FileEntry entry, Losses losses);

    /** Ends the file and returns its bytes. */
    byte[] finish();
}
