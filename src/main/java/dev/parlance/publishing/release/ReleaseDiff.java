package dev.parlance.publishing.release;

import dev.parlance.limits.ResourceLimit;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two releases of a catalog, as apps see them.
 *
 * @param locales the locales that differ, sorted
 */
public record ReleaseDiff(SortedMap<LocaleTag, Changes> locales) {
    static final ReleaseDiff EMPTY = new ReleaseDiff(Collections.emptySortedMap());

    /** The number of changes that a new release lists, in all locales together. Further changes are only counted. */
    public static final int MAX_LISTED = 100;

    /** In UTF-8. */
    private static final int MAX_BYTES_PER_CHARACTER = 3;

    /** The numbers of changes in one locale. */
    record Counts(int added, int changed, int removed) {
        Changes listing(List<Change> listed) {
            return new Changes(added, changed, removed, listed);
        }

        boolean isEmpty() {
            return added == 0 && changed == 0 && removed == 0;
        }
    }

    /**
     * The changes in one locale.
     *
     * @param listed some of the changes, sorted by key
     */
    public record Changes(int added, int changed, int removed, List<Change> listed) {
        public Changes {
            listed = List.copyOf(listed);
        }
    }

    /** A pattern before and after; {@code before} is null for an added key, {@code after} for a removed one. */
    public record Change(String key, @Nullable String before, @Nullable String after) {
        private long maxBytes() {
            return MAX_BYTES_PER_CHARACTER * ((long) key.length() + (before == null ? 0 : before.length())
                    + (after == null ? 0 : after.length()));
        }
    }

    /**
     * Passes the changes of one locale to the visitor, sorted by key, until it returns false.
     *
     * @param before patterns sorted by key; empty if the locale did not exist
     * @param after  patterns sorted by key; empty if the locale no longer exists
     */
    static void compare(PatternSource before, PatternSource after,
            Predicate<Change> visitor) {
        var left = nextOf(before);
        var right = nextOf(after);
        boolean wantsMore = true;
        while (wantsMore && (left != null || right != null)) {
            int order = left == null ? 1 : right == null ? -1 : left.getKey().compareTo(right.getKey());
            var old = order <= 0 ? left : null;
            var current = order >= 0 ? right : null;
            if (old == null || current == null || !old.getValue().equals(current.getValue())) {
                wantsMore = visitor.test(new Change((old == null ? current : old).getKey(), valueOf(old), valueOf(current)));
            }
            left = order <= 0 ? nextOf(before) : left;
            right = order >= 0 ? nextOf(after) : right;
        }
    }

    private static Map.@Nullable Entry<String, String> nextOf(PatternSource patterns) {
        return patterns.hasNext() ? patterns.next() : null;
    }

    private static @Nullable String valueOf(Map.@Nullable Entry<String, String> entry) {
        return entry == null ? null : entry.getValue();
    }

    /** Counts the changes of a locale. */
    static final class Counter {
        private int added;
        private int changed;
        private int removed;

        void add(Change change) {
            if (change.before() == null) {
                added++;
            } else if (change.after() == null) {
                removed++;
            } else {
                changed++;
            }
        }

        Counts counts() {
            return new Counts(added, changed, removed);
        }
    }

    /** The remaining space of a list of changes: a number of items, and {@link ResourceLimit#PAGE} bytes. */
    static final class ListBudget {
        private int items;
        private long bytes = ResourceLimit.PAGE.value();
        private boolean used;

        ListBudget(int items) {
            this.items = items;
        }

        /** Takes the space of a change if it fits. The first one always fits. */
        boolean tryTake(Change change) {
            if (items == 0 || used && change.maxBytes() > bytes) {
                items = 0;
                return false;
            }
            used = true;
            items--;
            bytes -= change.maxBytes();
            return true;
        }
    }

    /** Collects the changes of several locales, and lists the first {@link #MAX_LISTED} of them. */
    static final class Collector {
        private final SortedMap<LocaleTag, Changes> locales = new TreeMap<>();
        private final ListBudget budget = new ListBudget(MAX_LISTED);

        void add(LocaleTag locale, PatternSource before, PatternSource after) {
            var counter = new Counter();
            var listed = new ArrayList<Change>();
            compare(before, after, it -> {
                counter.add(it);
                if (budget.tryTake(it)) {
                    listed.add(it);
                }
                return true;
            });
            if (!counter.counts().isEmpty()) {
                locales.put(locale, counter.counts().listing(listed));
            }
        }

        ReleaseDiff build() {
            return new ReleaseDiff(Collections.unmodifiableSortedMap(locales));
        }
    }
}
