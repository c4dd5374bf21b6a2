package dev.parlance.publishing.release;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.Wording;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.Refusal;
import dev.parlance.publishing.release.ReleaseGate.Finding;
import dev.parlance.rendering.Contract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One cut of one catalog, under the lock on it. Reads only the locales that may read otherwise than in the last release, one
 * after another, so that a large catalog is never in memory as a whole; the others share its blobs.
 */
final class Cutting {
    private static final int MOST_FAULTY = 100;

    private final Catalog catalog;
    private final Ports ports;
    private final Optional<Release> last;
    private final SortedSet<LocaleTag> locales;
    private final Map<LocaleTag, ReleaseBundle> before = new TreeMap<>();
    private final SortedSet<LocaleTag> affected;
    private final Map<LocaleTag, ReleaseBundle> made = new TreeMap<>();
    private final SortedMap<LocaleTag, List<Finding>> findings = new TreeMap<>();
    private final SortedMap<LocaleTag, ReleaseDiff.Changes> changes = new TreeMap<>();

    /** What a cut reads and writes. */
    record Ports(PublishRelease.Drafted drafted, Releases releases, Blobs blobs) {
    }

    /**
     * What was seen on the way.
     *
     * @param diff of the locales that can be frozen
     */
    record Seen(List<Finding> findings, ReleaseDiff diff) {
    }

    Cutting(Catalog catalog, Ports ports) {
        this.catalog = catalog;
        this.ports = ports;
        this.locales = catalog.locales();
        this.last = ports.releases().latest(catalog.name());
        last.ifPresent(release -> ports.releases().bundles(release.id()).forEach(it -> before.put(it.locale(), it)));
        this.affected = affected();
    }

    /** Whether the last release already says all that the draft says. */
    boolean nothingNew() {
        return affected.isEmpty() && before.keySet().equals(locales);
    }

    Optional<Release> last() {
        return last;
    }

    /** What the gate finds, and what the release would change. Stores nothing. */
    Seen look(boolean acceptBreaking) {
        return pass(acceptBreaking, false);
    }

    /** As {@link #look}; the documents of all locales are stored unless something is found. */
    Seen prepare(boolean acceptBreaking) {
        return pass(acceptBreaking, true);
    }

    private Seen pass(boolean acceptBreaking, boolean keep) {
        var definitions = affected.isEmpty() ? Map.<MessageKey, Message.Definition>of() : ports.drafted().messages().definitions(catalog.name());
        var breaking = last.isPresent() && definitionsChanged() && !acceptBreaking
                ? ReleaseGate.breaking(contracts(last.get()), definitions) : List.<Finding>of();
        var wordings = new HashMap<LocaleTag, Map<MessageKey, Wording>>();
        var gate = new ReleaseGate(catalog.name(), catalog.requiredLocales(), definitions,
                affected.isEmpty() ? Map.of() : wordings.computeIfAbsent(catalog.sourceLocale(), this::wordings));
        for (var locale : sourceFirst()) {
            var chain = Draft.chain(locale, locales, catalog.sourceLocale());
            wordings.keySet().removeIf(it -> !chain.contains(it));
            wordings.computeIfAbsent(locale, this::wordings);
            chain.forEach(next -> wordings.computeIfAbsent(next, this::wordings));
            findings.put(locale, gate.check(locale, wordings.get(locale)));
            boolean stored = keep && breaking.isEmpty() && found().isEmpty();
            if (stored || !keep && found().stream().noneMatch(it -> it.hinders(catalog.sourceLocale()))) {
                freeze(new Draft(catalog.name(), catalog.sourceLocale(), locales, definitions, wordings), locale, stored);
            }
        }
        before.forEach((locale, was) -> {
            if (!locales.contains(locale)) {
                changes.put(locale, ReleaseDiff.between(patterns(was), Map.of()));
            }
        });
        var all = new ArrayList<>(found());
        if (!affected.isEmpty()) {
            all.addAll(faulty(all));
        }
        all.addAll(breaking);
        return new Seen(all, new ReleaseDiff(Collections.unmodifiableSortedMap(changes)));
    }

    /** What the checks hold against texts, beyond what was found already. */
    private List<Finding> faulty(List<Finding> found) {
        var known = found.stream().map(it -> it.key() + " " + it.locale()).collect(Collectors.toSet());
        ports.drafted().judge().catchUp(catalog);
        return ports.drafted().texts().faulty(catalog.name(), catalog.releasedStates(), MOST_FAULTY).stream()
                .filter(it -> !known.contains(it.key() + " " + it.locale()))
                .map(it -> new Finding(Refusal.TEXT_HAS_ERRORS.with(1), new MessageKey(it.key()), new LocaleTag(it.locale()))).toList();
    }

    /** What the source lacks nobody has. */
    private List<LocaleTag> sourceFirst() {
        var order = new ArrayList<LocaleTag>(affected);
        if (order.remove(catalog.sourceLocale())) {
            order.add(0, catalog.sourceLocale());
        }
        return order;
    }

    private List<Finding> found() {
        return findings.values().stream().flatMap(List::stream).toList();
    }

    private void freeze(Draft draft, LocaleTag locale, boolean stored) {
        var was = before.get(locale);
        var frozen = Frozen.of(draft, locale, number(), was == null ? null : new Frozen.Before(was.changedIn(), was.bundle()));
        if (was == null || !was.bundle().equals(frozen.bundleDigest())) {
            changes.put(locale, ReleaseDiff.between(was == null ? Map.of() : patterns(was), frozen.patterns()));
        }
        if (stored) {
            made.put(locale, ReleaseBundle.of(new ReleaseId(catalog.name().value(), number()), frozen));
            store(frozen);
        }
    }

    private void store(Frozen frozen) {
        var missing = new ArrayList<Packed.Plain>();
        if (!ports.blobs().has(frozen.bundleDigest())) {
            missing.add(new Packed.Plain(frozen.bundleDigest(), frozen.bundle(), Encoding.usable()));
        }
        if (!ports.blobs().has(frozen.referenceDigest())) {
            missing.add(new Packed.Plain(frozen.referenceDigest(), frozen.reference(), List.of(Encoding.GZIP)));
        }
        Packed.all(missing).forEach(ports.blobs()::add);
    }

    /** Only after everything was prepared. */
    Release store(Instant now, String by, String comment) {
        var release = new Release(catalog, number(), now, by, comment);
        ports.releases().add(release, locales.stream()
                .map(it -> made.containsKey(it) ? made.get(it) : before.get(it).in(release.id())).toList());
        return release;
    }

    private int number() {
        return last.map(Release::number).orElse(0) + 1;
    }

    private boolean definitionsChanged() {
        return catalog.definitionsRevision() > last.map(Release::revision).orElse(-1L);
    }

    /** Definitions are part of every locale. A text is part of its own, and of those that have gaps and fall back to it. */
    private SortedSet<LocaleTag> affected() {
        if (last.isEmpty() || definitionsChanged()) {
            return locales;
        }
        var changed = catalog.localesChangedSince(last.get().revision());
        var affected = new TreeSet<>(changed);
        locales.stream().filter(it -> !before.containsKey(it)).forEach(affected::add);
        var mayFallBack = new TreeSet<LocaleTag>();
        locales.stream().filter(it -> !affected.contains(it))
                .filter(it -> Draft.chain(it, locales, catalog.sourceLocale()).stream().anyMatch(changed::contains))
                .forEach(mayFallBack::add);
        if (!mayFallBack.isEmpty()) {
            mayFallBack.stream().filter(catalog::hasGaps).forEach(affected::add);
        }
        return affected;
    }

    private Map<MessageKey, Wording> wordings(LocaleTag locale) {
        return ports.drafted().texts().wordings(catalog.name(), locale, catalog.releasedStates());
    }

    private Map<String, Contract> contracts(Release release) {
        var contracts = new LinkedHashMap<String, Contract>();
        var known = new HashMap<List<Reference.Hole>, Contract>();
        ReferenceReader.read(ports.blobs().get(before.get(release.sourceLocale()).reference()),
                it -> contracts.put(it.key(), known.computeIfAbsent(it.arguments(), Reference::contract)));
        return contracts;
    }

    private Map<String, String> patterns(ReleaseBundle was) {
        return Bundle.patterns(ports.blobs().get(was.bundle()));
    }
}
