package dev.parlance.catalog;

import dev.parlance.locales.LocaleTag;
import dev.parlance.problems.ProblemException;
import dev.parlance.problems.ProblemType;
import jakarta.persistence.CascadeType;
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
    private int releasedMessages;

    @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
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

    /** How often its settings or its locales were changed, from 1. */
    public int version() {
        return version;
    }

    /** Only approved texts are released. */
    public boolean reviewRequired() {
        return reviewRequired;
    }

    /** Nobody approves what he worded himself. */
    public boolean twoPersonRule() {
        return twoPersonRule;
    }

    /** The states in which a text is released. */
    public Set<TextState> releasedStates() {
        return reviewRequired ? EnumSet.of(TextState.APPROVED) : EnumSet.of(TextState.TRANSLATED, TextState.APPROVED);
    }

    /** How many messages are neither drafts nor retired. */
    public int releasedMessageCount() {
        return releasedMessages;
    }

    /** Whether some message has no text that would be released in this locale. */
    public boolean hasMissingTexts(LocaleTag locale) {
        var counts = findLocale(locale).map(CatalogLocale::counts).orElse(TextCounts.NONE);
        return counts.approved() + (reviewRequired ? 0 : counts.translated()) < releasedMessages;
    }

    public HistoryState.CatalogSettings settings() {
        return new HistoryState.CatalogSettings(title, reviewRequired, twoPersonRule);
    }

    /** @return whether texts are released, or no longer released, because of it */
    public boolean updateSettings(HistoryState.CatalogSettings settings) {
        var previousStates = releasedStates();
        this.title = settings.title();
        this.reviewRequired = settings.reviewRequired();
        this.twoPersonRule = settings.twoPersonRule();
        this.version++;
        return !previousStates.equals(releasedStates());
    }

    /** How many writing transactions there were. */
    public long revision() {
        return revision;
    }

    /** The revision that last changed a definition: a key, code, reason, status or contract. */
    public long definitionsRevision() {
        return definitionsRevision;
    }

    /** The locales that may have texts, the source among them. */
    public SortedSet<LocaleTag> locales() {
        return locales.stream().map(CatalogLocale::locale).collect(Collectors.toCollection(TreeSet::new));
    }

    /** With which no text may be missing in a release; the source always is among them. */
    public SortedSet<LocaleTag> requiredLocales() {
        var required = locales.stream().filter(CatalogLocale::required).map(CatalogLocale::locale)
                .collect(Collectors.toCollection(TreeSet::new));
        required.add(sourceLocale);
        return required;
    }

    /** The locales with texts that were changed after this revision. */
    public SortedSet<LocaleTag> localesChangedSince(long revision) {
        return locales.stream().filter(it -> it.revision() > revision).map(CatalogLocale::locale)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Optional<CatalogLocale> findLocale(LocaleTag locale) {
        return locales.stream().filter(it -> it.locale().equals(locale)).findFirst();
    }

    /** Sorted. */
    public List<CatalogLocale> catalogLocales() {
        return locales.stream().sorted(Comparator.comparing(CatalogLocale::locale)).toList();
    }

    public void offerLocale(LocaleTag locale, boolean required) {
        findLocale(locale).ifPresentOrElse(it -> it.updateRequired(required),
                () -> locales.add(new CatalogLocale(name(), locale, required, revision)));
        version++;
    }

    public void addToCounts(LocaleTag locale, TextCounts delta) {
        findLocale(locale).ifPresent(it -> it.addToCounts(delta));
    }

    public void addToReleasedMessages(int delta) {
        releasedMessages += delta;
    }

    /** Counts a writing transaction. The caller holds the lock on this catalog. */
    public void incrementRevision() {
        revision++;
    }

    /** The present revision adds, changes or removes definitions. */
    public void markDefinitionsChanged() {
        definitionsRevision = revision;
    }

    /** The present revision adds, changes or removes texts of an offered locale. */
    public void markTextsChanged(LocaleTag locale) {
        locales.stream().filter(it -> it.locale().equals(locale)).forEach(it -> it.markChanged(revision));
    }

    /** @throws dev.parlance.problems.CatalogProblem with the locales there are, if the locale is not one of them */
    public void requireLocale(LocaleTag locale) {
        if (findLocale(locale).isEmpty()) {
            throw unknownLocale(locale);
        }
    }

    public ProblemException unknownLocale(LocaleTag locale) {
        return ProblemType.UNKNOWN_LOCALE.with(locale.value(), name().value(),
                String.join(", ", locales().stream().map(LocaleTag::value).toList()));
    }
}
