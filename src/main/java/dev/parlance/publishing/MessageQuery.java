package dev.parlance.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which messages of a snapshot are wanted; all conditions hold at once.
 *
 * @param text   in key, reason, text or description, in the locale or in the source
 * @param prefix of the key
 */
public record MessageQuery(Optional<String> text, Optional<String> code, OptionalInt status, Optional<String> prefix) {

    /**
     * In the order of the catalog.
     *
     * @param after only what follows this key
     * @param most  so many at most
     */
    public List<PublishedMessage> run(Snapshot snapshot, PublishedLocale locale, Optional<String> after, int most) {
        var source = snapshot.in(snapshot.offered().source());
        var sought = text.map(locale.index()::fold);
        var soughtInSource = text.map(source.index()::fold);
        var found = new ArrayList<PublishedMessage>();
        int start = after.map(key -> position(locale, key) + 1).orElse(0);
        for (int i = start; i < locale.messages().size() && found.size() < most; i++) {
            int at = i;
            var message = locale.messages().get(i);
            if (fits(message) && (text.isEmpty() || locale.index().holds(at, sought.get()) || source.index().holds(at, soughtInSource.get()))) {
                found.add(message);
            }
        }
        return found;
    }

    private boolean fits(PublishedMessage message) {
        return code.map(message.code()::equals).orElse(true)
                && (status.isEmpty() || status.getAsInt() == message.httpStatus())
                && prefix.map(message.key()::startsWith).orElse(true);
    }

    /** Of a key that the release no longer has, the end: the walk is over. */
    private static int position(PublishedLocale locale, String key) {
        var keys = locale.messages().stream().map(PublishedMessage::key).toList();
        int position = keys.indexOf(key);
        return position < 0 ? keys.size() : position;
    }
}
