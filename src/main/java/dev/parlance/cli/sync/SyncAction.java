package dev.parlance.cli.sync;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The action of a synchronisation for a text. */
public enum SyncAction {
    /** Both sides have the same text, or neither has changed it. */
    UNCHANGED,
    /** The text of the file is sent to the server. */
    IMPORT,
    /** The text of the server is written to the file. */
    WRITE,
    /** The text was deleted in the files. */
    DELETE_ON_SERVER,
    /** The text was deleted on the server. */
    DELETE_IN_FILES,
    /** Both sides changed the text differently. */
    CONFLICT;

    /** Returns the name in output, such as {@code delete-on-server}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Decides by the changes on each side since the last synchronisation.
     *
     * @param local  digest of the text in the files; null if absent
     * @param server digest of the text on the server; null if absent
     * @param base   null if the text has not been synchronised before
     */
    static SyncAction decide(@Nullable String local, @Nullable String server, @Nullable SyncedText base) {
        if (local == null && server == null || local != null && local.equals(server)) {
            return UNCHANGED;
        } else if (base == null) {
            return server == null ? IMPORT : local == null ? WRITE : CONFLICT;
        }
        boolean localChanged = !base.local().equals(local);
        boolean serverChanged = !base.server().equals(server);
        if (localChanged && serverChanged) {
            return CONFLICT;
        } else if (localChanged) {
            return local == null ? DELETE_ON_SERVER : IMPORT;
        }
        return !serverChanged ? UNCHANGED : server == null ? DELETE_IN_FILES : WRITE;
    }
}
