package dev.parlance.cli.sync;

import dev.parlance.cli.sync.SyncDecisions.Side;
import dev.parlance.locales.LocaleTag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a synchronisation, computed from digests.
 *
 * @param steps   sorted by key and locale, without unchanged texts
 * @param kept    deletions that are not propagated, because the caller did not request it
 * @param renames keys that may have been renamed; each requires a decision
 */
public record SyncPlan(List<Step> steps, List<Step> kept, List<Rename> renames) {
    public SyncPlan {
        steps = List.copyOf(steps);
        kept = List.copyOf(kept);
        renames = List.copyOf(renames);
    }

    public record Step(TextKey text, SyncAction action) {
    }

    /** A key that was removed from the files, and a new key with the same source text. */
    public record Rename(String oldKey, String newKey) {
    }

    /** Computes the plan. */
    public static SyncPlan of(SyncSides sides, SyncDecisions decisions, LocaleTag sourceLocale) {
        var steps = new ArrayList<Step>();
        var kept = new ArrayList<Step>();
        var texts = new TreeSet<>(sides.local().keySet());
        texts.addAll(sides.server().keySet());
        for (var text : texts) {
            var local = sides.local().get(text);
            var server = sides.server().get(text);
            var decided = SyncAction.decide(local, server, sides.base().get(text));
            var action = decided == SyncAction.CONFLICT ? resolve(local, server, decisions, text) : decided;
            if (isDeletion(action) && decided != SyncAction.CONFLICT) {
                action = confirmDeletion(text, action, decisions);
                if (isDeletion(action) && !decisions.delete() && !decisions.isRenamed(text.key())
                        && !decisions.sides().containsKey(text.key())) {
                    kept.add(new Step(text, action));
                    continue;
                }
            }
            if (action != SyncAction.UNCHANGED) {
                steps.add(new Step(text, action));
            }
        }
        return new SyncPlan(steps, kept, decisions.noRenames() ? List.of() : findRenames(sides, decisions, sourceLocale));
    }

    public List<Step> conflicts() {
        return stepsWith(SyncAction.CONFLICT);
    }

    public List<Step> stepsWith(SyncAction action) {
        return steps.stream().filter(it -> it.action() == action).toList();
    }

    /** Returns whether the caller must make decisions before anything is changed. */
    public boolean isBlocked() {
        return !conflicts().isEmpty() || !renames.isEmpty() || !endangered().isEmpty();
    }

    /**
     * Returns deletions that are not propagated although their files are rewritten.
     *
     * <p>A rewritten file contains the texts of the server, so it would restore a text deleted in the files, and lose a text deleted on the
     * server.
     */
    public List<Step> endangered() {
        var rewritten = new LinkedHashSet<LocaleTag>();
        steps.stream().filter(it -> it.action() == SyncAction.WRITE || it.action() == SyncAction.DELETE_IN_FILES)
                .forEach(it -> rewritten.add(it.text().locale()));
        return kept.stream().filter(it -> rewritten.contains(it.text().locale())).toList();
    }

    private static boolean isDeletion(SyncAction action) {
        return action == SyncAction.DELETE_ON_SERVER || action == SyncAction.DELETE_IN_FILES;
    }

    /** A side chosen for a key also confirms its deletion. */
    private static SyncAction confirmDeletion(TextKey text, SyncAction action, SyncDecisions decisions) {
        var side = decisions.sides().get(text.key());
        if (action == SyncAction.DELETE_ON_SERVER && side == Side.SERVER) {
            return SyncAction.WRITE;
        } else if (action == SyncAction.DELETE_IN_FILES && side == Side.LOCAL) {
            return SyncAction.IMPORT;
        }
        return action;
    }

    private static SyncAction resolve(@Nullable String local, @Nullable String server, SyncDecisions decisions, TextKey text) {
        return decisions.sideOf(text.key()).map(side -> switch (side) {
            case LOCAL -> local == null ? SyncAction.DELETE_ON_SERVER : SyncAction.IMPORT;
            case SERVER -> server == null ? SyncAction.DELETE_IN_FILES : SyncAction.WRITE;
        }).orElse(SyncAction.CONFLICT);
    }

    private static List<Rename> findRenames(SyncSides sides, SyncDecisions decisions, LocaleTag sourceLocale) {
        var created = new TreeMap<String, Set<String>>();
        sides.local().forEach((text, digest) -> {
            if (text.locale().equals(sourceLocale) && !sides.base().containsKey(text) && !sides.server().containsKey(text)
                    && !decisions.renames().containsKey(text.key())) {
                created.computeIfAbsent(digest, it -> new TreeSet<>()).add(text.key());
            }
        });
        var renames = new ArrayList<Rename>();
        for (Map.Entry<TextKey, SyncedText> it : new TreeMap<>(sides.base()).entrySet()) {
            var text = it.getKey();
            if (text.locale().equals(sourceLocale) && !sides.local().containsKey(text) && sides.server().containsKey(text)
                    && !decisions.isRenamed(text.key())) {
                created.getOrDefault(it.getValue().local(), Set.of()).forEach(key -> renames.add(new Rename(text.key(), key)));
            }
        }
        return renames;
    }
}
