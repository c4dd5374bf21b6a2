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
 * The differences between two releases of a catalog, as apps see them.
 *
 * @param locales the locales that differ, sorted
 */
public record ReleaseDiff(SortedMap<LocaleTag, Changes> locales) {
    static final ReleaseDiff EMPTY = new ReleaseDiff(Collections.emptySortedMap());

    /** The number of changes listed in each locale. Further changes are counted only. */
    public static final int MAX_LISTED = 1000;

    /**
     * The changes in one locale.
     *
     * @param listed at most {@value ReleaseDiff#MAX_LISTED} changes, sorted by key
     */
    public record Changes(int added, int changed, int removed, List<Change> listed) {
    }

    /** A pattern before and after; {@code before} is null for an added key, {@code after} for a removed one. */
    public record Change(String key, @Nullable String before, @Nullable String after) {
    }

    /**
     * Compares the bundles of one locale.
     *
     * @param before patterns by key; empty if the locale did not exist
     * @param after  patterns by key; empty if the locale no longer exists
     */
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
