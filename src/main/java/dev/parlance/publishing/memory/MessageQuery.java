package dev.parlance.publishing.memory;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which messages of a snapshot are wanted; all conditions hold at once.
 *
 * @param text   in key, reason, text or description, in the locale or in the source
 * @param prefix of the key
 * @param tag    among those of the message
 */
public record MessageQuery(Optional<String> text, Optional<String> code, OptionalInt status, Optional<String> prefix,
                           Optional<String> tag) {

    /**
     * In the order of the catalog.
     *
     * @param after only what follows this key
     * @param most  so many at most
     */
    public List<PublishedMessage> run(Snapshot snapshot, PublishedLocale locale, Optional<String> after, int most) {
        var messages = locale.messages();
        int last = after.map(locale.definitions()::position).orElse(-1);
        if (after.isPresent() && last == SlabIndex.NONE) {
            return List.of(); // the release no longer has the key: the walk is over
        }
        return candidates(locale.definitions()).filter(it -> it > last)
                .filter(fits(locale.definitions()).and(found(snapshot, locale)))
                .limit(most).mapToObj(messages::get).toList();
    }

    private IntStream candidates(Definitions all) {
        return code.isPresent()
                ? all.withCode(code.get()).stream().mapToInt(Integer::intValue)
                : IntStream.range(0, all.size());
    }

    private IntPredicate fits(Definitions all) {
        return it -> (status.isEmpty() || status.getAsInt() == all.httpStatus(it))
                && (prefix.isEmpty() || all.key(it).startsWith(prefix.get()))
                && (tag.isEmpty() || all.tags(it).has(tag.get()));
    }

    private IntPredicate found(Snapshot snapshot, PublishedLocale locale) {
        if (text.isEmpty()) {
            return it -> true;
        }
        var own = locale.index();
        var source = snapshot.in(snapshot.offered().source()).index();
        var sought = own.fold(text.get());
        var soughtInSource = source.fold(text.get());
        return it -> own.holds(it, sought) || source.holds(it, soughtInSource);
    }
}
