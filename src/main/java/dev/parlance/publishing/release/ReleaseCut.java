package dev.parlance.publishing.release;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.Message;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.MessageText.TextContent;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemType;
import dev.parlance.publishing.blob.Blobs;
import dev.parlance.publishing.blob.CompressedBlob;
import dev.parlance.publishing.blob.ContentEncoding;
import dev.parlance.publishing.release.ReleaseValidator.ReleaseBlocker;
import dev.parlance.rendering.ArgumentContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One cut of one catalog, made under the lock on the catalog.
 *
 * <p>It reads only the locales whose content may differ from the latest release, one at a time, so that a large catalog is never in
 * memory as a whole. The other locales share the blobs of the latest release.
 */
final class ReleaseCut {
    private static final int MAX_TEXTS_WITH_ERRORS = 100;

    private final Catalog catalog;
    private final Stores stores;
    private final Optional<Release> latestRelease;
    private final SortedSet<LocaleTag> locales;
    private final Map<LocaleTag, ReleaseBundle> previousBundles = new TreeMap<>();
    private final SortedSet<LocaleTag> affectedLocales;
    private final Map<LocaleTag, ReleaseBundle> newBundles = new TreeMap<>();
    private final ReleaseBlockers blockers = new ReleaseBlockers();
    private final ReleaseDiff.Collector changes = new ReleaseDiff.Collector();

    /** The stores a cut reads and writes. */
    record Stores(PublishRelease.DraftSources draft, Releases releases, Blobs blobs) {
    }

    /**
     * The outcome of a cut or a preview.
     *
     * @param diff the changes in the locales that can be frozen
     */
    record CutOutcome(ReleaseBlockers blockers, ReleaseDiff diff) {
    }

    ReleaseCut(Catalog catalog, Stores stores) {
        this.catalog = catalog;
        this.stores = stores;
        this.locales = catalog.locales();
        this.latestRelease = stores.releases().findLatest(catalog.name());
        latestRelease.ifPresent(release -> stores.releases().bundles(release.id()).forEach(it -> previousBundles.put(it.locale(), it)));
        this.affectedLocales = affectedLocales();
    }

    /** Returns whether the latest release already has the content of the draft. */
    boolean isUnchanged() {
        return affectedLocales.isEmpty() && previousBundles.keySet().equals(locales);
    }

    Optional<Release> latestRelease() {
        return latestRelease;
    }

    /** Returns the blockers and the changes of the release. Stores nothing. */
    CutOutcome preview(boolean acceptBreaking) {
        return validateAndFreeze(acceptBreaking, false);
    }

    /** Returns the same as {@link #preview}, and stores the documents of all locales unless there are blockers. */
    CutOutcome prepare(boolean acceptBreaking) {
        return validateAndFreeze(acceptBreaking, true);
    }

    private CutOutcome validateAndFreeze(boolean acceptBreaking, boolean store) {
        var definitions = affectedLocales.isEmpty() ? Map.<MessageKey, Message.Definition>of()
                : stores.draft().messages().findReleasedDefinitions(catalog.name());
        var breaking = latestRelease.isPresent() && haveDefinitionsChanged() && !acceptBreaking
                ? ReleaseValidator.findBreakingChanges(loadContracts(latestRelease.get()), definitions) : new ReleaseBlockers();
        var texts = new HashMap<LocaleTag, Map<MessageKey, TextContent>>();
        var validator = new ReleaseValidator(catalog.name(), catalog.requiredLocales(), definitions,
                affectedLocales.isEmpty() ? Map.of() : texts.computeIfAbsent(catalog.sourceLocale(), this::loadTexts));
        for (var locale : localesSourceFirst()) {
            var chain = Draft.fallbackChain(locale, locales, catalog.sourceLocale());
            texts.keySet().removeIf(it -> !chain.contains(it));
            texts.computeIfAbsent(locale, this::loadTexts);
            chain.forEach(next -> texts.computeIfAbsent(next, this::loadTexts));
            validator.validate(locale, texts.get(locale),
                    state -> stores.draft().texts().findContents(catalog.name(), locale, Set.of(state)).keySet(), blockers);
            boolean storable = store && breaking.isEmpty() && blockers.isEmpty();
            if (storable || !store && !blockers.preventFreezing(catalog.sourceLocale())) {
                freeze(new Draft(catalog.name(), catalog.sourceLocale(), locales, definitions, texts), locale, storable);
            }
        }
        previousBundles.forEach((locale, previous) -> {
            if (!locales.contains(locale)) {
                addChanges(locale, Optional.of(previous), PatternSource.EMPTY);
            }
        });
        if (!affectedLocales.isEmpty()) {
            textsWithErrors().forEach(blockers::add);
        }
        blockers.addAll(breaking);
        return new CutOutcome(blockers, changes.build());
    }

    /** Returns blockers for texts with check errors, except for texts that already have a blocker. */
    private List<ReleaseBlocker> textsWithErrors() {
        var reported = blockers.listed().stream().map(it -> it.key() + " " + it.locale()).collect(Collectors.toSet());
        stores.draft().runChecks().recheckAll(catalog);
        return stores.draft().texts().findWithErrors(catalog.name(), catalog.releasedStates(), MAX_TEXTS_WITH_ERRORS).stream()
                .filter(it -> !reported.contains(it.key() + " " + it.locale()))
                .map(it -> new ReleaseBlocker(ProblemType.TEXT_HAS_ERRORS.with(1), new MessageKey(it.key()), new LocaleTag(it.locale())))
                .toList();
    }

    /** The source locale comes first: every other locale falls back to it, so none can be frozen without its texts. */
    private List<LocaleTag> localesSourceFirst() {
        var ordered = new ArrayList<LocaleTag>(affectedLocales);
        if (ordered.remove(catalog.sourceLocale())) {
            ordered.add(0, catalog.sourceLocale());
        }
        return ordered;
    }

    private void freeze(Draft draft, LocaleTag locale, boolean store) {
        var previous = previousBundles.get(locale);
        var frozen = FrozenLocale.of(draft, locale, nextNumber(),
                previous == null ? null : new FrozenLocale.PreviousBundle(previous.changedIn(), previous.bundle()));
        if (previous == null || !previous.bundle().equals(frozen.bundleDigest())) {
            addChanges(locale, Optional.ofNullable(previous), PatternSource.of(frozen.patterns().entrySet().iterator()));
        }
        if (store) {
            newBundles.put(locale, ReleaseBundle.of(new ReleaseId(catalog.name().value(), nextNumber()), frozen));
            store(frozen);
        }
    }

    private void store(FrozenLocale frozen) {
        var missing = new ArrayList<CompressedBlob.UncompressedBlob>();
        if (!stores.blobs().contains(frozen.bundleDigest())) {
            missing.add(new CompressedBlob.UncompressedBlob(frozen.bundleDigest(), frozen.bundleBytes(),
                    ContentEncoding.availableEncodings()));
        }
        if (!stores.blobs().contains(frozen.referenceDigest())) {
            missing.add(new CompressedBlob.UncompressedBlob(frozen.referenceDigest(), frozen.reference(), List.of(ContentEncoding.GZIP)));
        }
        CompressedBlob.compressAll(missing).forEach(stores.blobs()::add);
    }

    /** Stores the release. Requires a preceding {@link #prepare} without blockers. */
    Release store(Instant now, String by, String comment) {
        var release = new Release(catalog, nextNumber(), now, by, comment);
        stores.releases().add(release, locales.stream()
                .map(it -> newBundles.containsKey(it) ? newBundles.get(it) : previousBundles.get(it).copyTo(release.id())).toList());
        return release;
    }

    private int nextNumber() {
        return latestRelease.map(Release::number).orElse(0) + 1;
    }

    private boolean haveDefinitionsChanged() {
        return catalog.definitionsRevision() > latestRelease.map(Release::revision).orElse(-1L);
    }

    /**
     * Returns the locales whose content may have changed. Definitions affect every locale; a text affects its own locale, and those that
     * fall back to it for missing texts.
     */
    private SortedSet<LocaleTag> affectedLocales() {
        if (latestRelease.isEmpty() || haveDefinitionsChanged()) {
            return locales;
        }
        var changed = catalog.localesChangedSince(latestRelease.get().revision());
        var result = new TreeSet<>(changed);
        locales.stream().filter(it -> !previousBundles.containsKey(it)).forEach(result::add);
        var fallbackCandidates = new TreeSet<LocaleTag>();
        locales.stream().filter(it -> !result.contains(it))
                .filter(it -> Draft.fallbackChain(it, locales, catalog.sourceLocale()).stream().anyMatch(changed::contains))
                .forEach(fallbackCandidates::add);
        if (!fallbackCandidates.isEmpty()) {
            fallbackCandidates.stream().filter(catalog::hasMissingTexts).forEach(result::add);
        }
        return result;
    }

    private Map<MessageKey, TextContent> loadTexts(LocaleTag locale) {
        return stores.draft().texts().findContents(catalog.name(), locale, catalog.releasedStates());
    }

    private Map<String, ArgumentContract> loadContracts(Release release) {
        var contracts = new LinkedHashMap<String, ArgumentContract>();
        var cache = new HashMap<List<ReferenceDocument.ArgumentEntry>, ArgumentContract>();
        ReferenceReader.read(stores.blobs().get(previousBundles.get(release.sourceLocale()).reference()),
                it -> contracts.put(it.key(), cache.computeIfAbsent(it.arguments(), ReferenceDocument::toContract)));
        return contracts;
    }

    private void addChanges(LocaleTag locale, Optional<ReleaseBundle> previous, PatternSource after) {
        try (var before = previous.<PatternSource>map(it -> PatternSource.ofBundle(stores.blobs().encodings(it.bundle())
                .get(ContentEncoding.GZIP))).orElse(PatternSource.EMPTY)) {
            changes.add(locale, before, after);
        }
    }
}
