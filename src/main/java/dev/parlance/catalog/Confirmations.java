package dev.parlance.catalog;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The warnings of a text that somebody looked at and left, by the names of their checks, sorted. */
public record Confirmations(List<Confirmation> all) {
    public static final Confirmations NONE = new Confirmations(List.of());

    public Confirmations {
        var sorted = new TreeMap<String, Confirmation>();
        all.forEach(it -> sorted.put(it.check(), it));
        all = List.copyOf(sorted.values());
    }

    public Set<String> checks() {
        return all.stream().map(Confirmation::check).collect(Collectors.toUnmodifiableSet());
    }

    /** These and those; those where both speak of one check. */
    public Confirmations mergedWith(Confirmations others) {
        var merged = new TreeMap<String, Confirmation>();
        all.forEach(it -> merged.put(it.check(), it));
        others.all.forEach(it -> merged.put(it.check(), it));
        return new Confirmations(List.copyOf(merged.values()));
    }
}
