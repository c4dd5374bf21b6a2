package dev.parlance.rendering.compiled;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Sets of names of arguments, sorted. Most are empty, and then all are the same immutable set. */
public final class ArgumentNames {
    public static final SortedSet<String> NONE = Collections.emptySortedSet();

    private ArgumentNames() {
    }

    /** Adds a name, to a new set if the given one is empty. Callers continue with the returned set. */
    public static SortedSet<String> add(SortedSet<String> names, String name) {
        var result = names.isEmpty() ? new TreeSet<String>() : names;
        result.add(name);
        return result;
    }

    /** Returns all names of two sets. The result may be one of them, so none of the three may be changed afterwards. */
    public static SortedSet<String> union(SortedSet<String> first, SortedSet<String> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        var union = new TreeSet<>(first);
        union.addAll(second);
        return union;
    }
}
