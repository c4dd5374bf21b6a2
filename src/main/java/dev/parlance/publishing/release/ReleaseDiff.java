package dev.parlance.publishing.release;

import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two releases of a catalog, as apps see it.
 *
 * @param locales those that differ, sorted
 */
public record ReleaseDiff(SortedMap<LocaleTag, Changes> locales) {
    static final ReleaseDiff EMPTY = new ReleaseDiff(Collections.emptySortedMap());

    /** In each locale; what is beyond is counted, not listed. */
    public static final int MAX_LISTED = 1000;

    /**
     * In one locale.
     *
     * @param listed in the order of the keys
     */
    public record Changes(int added, int changed, int removed, List<Change> listed) {
    }

    /** A pattern before and after; null where there was none, or is none any more. */
    public record Change(String key, @Nullable String before, @Nullable String after) {
    }

    /** @param before pattern by key, empty where there was no such locale */
    static Changes compare(Map<String, String> before, Map<String, String> after) {
        var added = new ArrayList<Change>();
        var changed = new ArrayList<Change>();
        var removed = new ArrayList<Change>();
        after.forEach((key, pattern) -> {
            var previous = before.get(key);
            if (previous == null) {
                added.add(new Change(key, null, pattern));
            } else if (!previous.equals(pattern)) {
                changed.add(new Change(key, previous, pattern));
            }
        });
        before.forEach((key, pattern) -> {
            if (!after.containsKey(key)) {
                removed.add(new Change(key, pattern, null));
            }
        });
        var listed = new ArrayList<Change>(added);
        listed.addAll(changed);
        listed.addAll(removed);
        return new Changes(added.size(), changed.size(), removed.size(), listed.stream()
                .sorted(Comparator.comparing(Change::key)).limit(MAX_LISTED).toList());
    }
}
