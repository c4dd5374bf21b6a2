package dev.parlance.cli.sync;

/**
 * A text at the last synchronisation.
 *
 * @param local  digest of the text in the file
 * @param server digest of the text in an export of the server
 */
public record SyncedText(String local, String server) {
}
