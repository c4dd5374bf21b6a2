package dev.parlance.drift;

import dev.parlance.drift.DriftPage.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Collects a page of items from consecutive messages. */
final class DriftPager {
    private DriftPager() {
    }

    /** The items of one message, and the number of texts that were examined for them. */
    record Examined(List<DriftItem> items, int texts) {
    }

    /**
     * Collects items until the page is full or enough texts were examined.
     *
     * @param messages number of messages
     * @param examine  examines the message at a position
     * @param wanted   selects items
     */
    static DriftPage collect(int messages, IntFunction<Examined> examine, Predicate<DriftItem> wanted, Position start, int limit) {
        var page = new ArrayList<DriftItem>();
        int texts = 0;
        for (int message = start.message(); message < messages; message++) {
            if (texts >= FindDrift.MAX_EXAMINED_TEXTS) {
                return new DriftPage(List.copyOf(page), Optional.of(new Position(message, 0)));
            }
            var examined = examine.apply(message);
            texts += examined.texts();
            var items = examined.items().stream().filter(wanted).toList();
            int skipped = message == start.message() ? start.skipped() : 0;
            for (int i = skipped; i < items.size(); i++) {
                if (page.size() == limit) {
                    return new DriftPage(List.copyOf(page), Optional.of(new Position(message, i)));
                }
                page.add(items.get(i));
            }
        }
        return new DriftPage(List.copyOf(page), Optional.empty());
    }
}
