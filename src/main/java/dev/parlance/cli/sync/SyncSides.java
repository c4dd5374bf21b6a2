package dev.parlance.cli.sync;

import java.util.Map;

/**
 * Digests of the texts in the files, on the server, and at the last synchronisation.
 *
 * <p>Digests of both sides are computed in the same way, so equal digests mean equal texts.
 */
public record SyncSides(Map<TextKey, String> local, Map<TextKey, String> server, Map<TextKey, SyncedText> base) {
    public SyncSides {
        local = Map.copyOf(local);
        server = Map.copyOf(server);
        base = Map.copyOf(base);
    }
}
