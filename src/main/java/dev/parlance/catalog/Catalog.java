package dev.parlance.catalog;

import dev.parlance.errorbody.ErrorMembers;
import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A named set of messages with one source locale. */
@Entity
public class Catalog {
    @Id
    private String name;
    private String title;
    private LocaleTag sourceLocale;
    private long revision;

    private long definitionsRevision;
    private int version;
    private boolean reviewRequired;
    private boolean twoPersonRule;
    private @Nullable ErrorMembers errorMembers;
    private @Nullable CorsOrigins corsOrigins;
    private int releasedMessages;
    @Column(name = "public")
    private boolean publiclyReadable;

    @OneToMany(cascade = CascadeType.PERSIST, orphanRemoval = true, fetch = FetchType.LAZY)
    @JoinColumn(name = "catalog", insertable = false, updatable = false)
    private Set<CatalogLocale> locales = new HashSet<>();

    /** For the persistence layer. */
    protected Catalog() {
    }

    public CatalogName name() {
        return new CatalogName(name);
    }

    public String title() {
        return title;
    }

    public LocaleTag sourceLocale() {
        return sourceLocale;
    }

    /** Returns the version, which every change of settings or locales increments, starting at 1. */
    public int version() {
        return version;
    }

    /** Returns whether releases contain approved texts only. */
    public boolean reviewRequired() {
        return reviewRequired;
    }

    /** Returns whether a text must be approved by an account other than its author. */
    public boolean twoPersonRule() {
        return twoPersonRule;
    }

    /** Returns the members of the error bodies of an upstream that are localized. */
    public ErrorMembers errorMembers() {
        return errorMembers == null ? ErrorMembers.DEFAULT : errorMembers;
    }

    /** Returns whether anyone may read the releases. */
    public boolean publiclyReadable() {
        return publiclyReadable;
    }

    /** Sets whether anyone may read the releases, and increments the version. */
    public void setPubliclyReadable(boolean publiclyReadable) {
        this.publiclyReadable = publiclyReadable;
        this.version++;
    }

    /** Sets the visibility of a catalog that is being created. */
    public void initializeVisibility(boolean publiclyReadable) {
        this.publiclyReadable = publiclyReadable;
    }

    /** Replaces the source locale by another locale of the catalog, and increments the version. */
    public void changeSourceLocale(LocaleTag locale) {
        this.sourceLocale = locale;
        this.version++;
    }

    /** Returns the states in which a text is released. */
    public Set<TextState> releasedStates() {
        return reviewRequired ? EnumSet.of(TextState.APPROVED) : EnumSet.of(TextState.TRANSLATED, TextState.APPROVED);
    }

    /** Returns the number of messages that are neither drafts nor retired. */
    public int releasedMessageCount() {
        return releasedMessages;
    }

    /** Returns whether a released message lacks a text that would be released in the locale. */
    public boolean hasMissingTexts(LocaleTag locale) {
        var counts = findLocale(locale).map(CatalogLocale::counts).orElse(TextCounts.NONE);
        return counts.approved() + (reviewRequired ? 0 : counts.translated()) < releasedMessages;
    }

    public HistoryState.CatalogSettings settings() {
        return new HistoryState.CatalogSettings(title, reviewRequired, twoPersonRule).with(errorMembers).with(corsOrigins);
    }

    /**
     * Replaces the settings and increments the version.
     *
     * @return whether the set of released text states changed
     */
    public boolean updateSettings(HistoryState.CatalogSettings settings) {
        var previousStates = releasedStates();
        this.title = settings.title();
        this.reviewRequired = settings.reviewRequired();
        this.twoPersonRule = settings.twoPersonRule();
        this.errorMembers = settings.errorMembers();
        this.corsOrigins = settings.corsOrigins();
        this.version++;
        return !previousStates.equals(releasedStates());
    }

    /** Returns the number of transactions that changed this catalog. */
    public long revision() {
        return revision;
    }

    /** Returns the revision that last changed a definition: a key, code, reason, status or contract. */
    public long definitionsRevision() {
        return definitionsRevision;
    }

    /** Returns the locales that may have texts, including the source locale. */
    public SortedSet<LocaleTag> locales() {
        return locales.stream().map(CatalogLocale::locale).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the locales in which a release must be complete. The source locale is always one of them. */
    public SortedSet<LocaleTag> requiredLocales() {
        var required = locales.stream().filter(CatalogLocale::required).map(CatalogLocale::locale)
                .collect(Collectors.toCollection(TreeSet::new));
        required.add(sourceLocale);
        return required;
    }

    /** Returns the locales whose texts changed after a revision. */
    public SortedSet<LocaleTag> localesChangedSince(long revision) {
        return locales.stream().filter(it -> it.revision() > revision).map(CatalogLocale::locale)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Optional<CatalogLocale> findLocale(LocaleTag locale) {
        return locales.stream().filter(it -> it.locale().equals(locale)).findFirst();
    }

    /** Returns the locales with their settings and counts, sorted by tag. */
    public List<CatalogLocale> catalogLocales() {
        return locales.stream().sorted(Comparator.comparing(CatalogLocale::locale)).toList();
    }

    /** Adds a locale, or updates whether it is required. Increments the version. */
    public void offerLocale(LocaleTag locale, boolean required) {
        findLocale(locale).ifPresentOrElse(it -> it.updateRequired(required),
                () -> locales.add(new CatalogLocale(name(), locale, required, revision)));
        version++;
    }

    /** Removes a locale whose texts have already been removed. Increments the version. */
    public void removeLocale(LocaleTag locale) {
        locales.removeIf(it -> it.locale().equals(locale));
        version++;
    }

    /** Adds to the text counts of a locale. Does nothing if the locale is not offered. */
    public void addToCounts(LocaleTag locale, TextCounts delta) {
        findLocale(locale).ifPresent(it -> it.addToCounts(delta));
    }

    public void addToReleasedMessages(int delta) {
        releasedMessages += delta;
    }

    /** Increments the revision. The caller must hold the lock on this catalog. */
    public void incrementRevision() {
        revision++;
    }

    /** Records that the current revision adds, changes or removes definitions. */
    public void markDefinitionsChanged() {
        definitionsRevision = revision;
    }

    /** Records that the current revision adds, changes or removes texts of an offered locale. */
    public void markTextsChanged(LocaleTag locale) {
        locales.stream().filter(it -> it.locale().equals(locale)).forEach(it -> it.markChanged(revision));
    }

    /**
     * Requires that the catalog offers a locale.
     *
     * @throws ProblemException {@code UNKNOWN_LOCALE} with the offered locales, if it does not
     */
    public void requireLocale(LocaleTag locale) {
        if (findLocale(locale).isEmpty()) {
            throw unknownLocale(locale);
        }
    }

    /** Returns the problem that reports a locale as unknown and lists the offered ones. */
    public ProblemException unknownLocale(LocaleTag locale) {
        return ProblemType.UNKNOWN_LOCALE.with(locale.value(), name().value(),
                String.join(", ", locales().stream().map(LocaleTag::value).toList()));
    }
}
