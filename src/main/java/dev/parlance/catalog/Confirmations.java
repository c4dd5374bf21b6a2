package dev.parlance.catalog;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The confirmed warnings of a text, at most one for each check, sorted by the names of the checks. */
public record Confirmations(List<Confirmation> all) {
    public static final Confirmations NONE = new Confirmations(List.of());

    public Confirmations {
        var sorted = new TreeMap<String, Confirmation>();
        all.forEach(it -> sorted.put(it.check(), it));
        all = List.copyOf(sorted.values());
    }

    /** Returns the names of the checks whose warnings are confirmed. */
    public Set<String> checks() {
        return all.stream().map(Confirmation::check).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the union of both. If both confirm the same check, {@code others} takes precedence. */
    public Confirmations mergedWith(Confirmations others) {
        var merged = new TreeMap<String, Confirmation>();
        all.forEach(it -> merged.put(it.check(), it));
        others.all.forEach(it -> merged.put(it.check(), it));
        return new Confirmations(List.copyOf(merged.values()));
    }
}
