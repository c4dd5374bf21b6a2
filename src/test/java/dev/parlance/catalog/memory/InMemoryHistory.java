package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.HistoryState;
import dev.parlance.catalog.MessageKey;
import dev.parlance.catalog.history.Change.ChangeTarget;
import dev.parlance.catalog.history.Change;
import dev.parlance.catalog.history.ChangeSubject;
import dev.parlance.catalog.history.History;
import dev.parlance.locales.LocaleTag;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** History in memory. */
final class InMemoryHistory implements History {
    private static final Comparator<Change> OLDEST_FIRST = Comparator.<Change>comparingLong(it -> it.id().revision()).thenComparingInt(it ->
            it.id().ordinal());

    private final InMemoryTransactions transactions;

    InMemoryHistory(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Change change) {
        if (transactions.tables().changes.stream().anyMatch(it -> it.id().equals(change.id()))) {
            throw new IllegalStateException("duplicate key: " + change.id());
        }
        transactions.tables().changes.add(change);
    }

    @Override
    public List<Change> page(CatalogName catalog, Query query, int limit) {
        return latestFirst(catalog).filter(it -> it.id().revision() > query.after())
                .filter(it -> query.key() == null || query.key().equals(it.target().key()))
                .filter(it -> query.locale() == null || query.locale().value().equals(it.target().ofLocale()))
                .filter(it -> query.author() == null || query.author().equals(it.changedBy()))
                .filter(it -> query.cause() == null || query.cause() == it.cause())
                .filter(it -> query.since() == null || !it.changedAt().isBefore(query.since()))
                .filter(it -> isBefore(it.id(), query.startingBefore())).limit(limit).toList();
    }

    @Override
    public List<Change> findChanges(CatalogName catalog, long revision) {
        return oldestFirst(catalog).filter(it -> it.id().revision() == revision).toList();
    }

    @Override
    public List<MessageKey> findChangedMessages(CatalogName catalog, long revision) {
        return latestFirst(catalog).filter(it -> it.id().revision() == revision && isOfMessage(it))
                .map(it -> new MessageKey(it.target().key())).distinct().toList();
    }

    @Override
    public List<Change> findChanges(CatalogName catalog, long revision, Collection<MessageKey> keys) {
        return findChanges(catalog, revision).stream().filter(it -> isOfMessage(it) && keys.contains(new MessageKey(it.target().key())))
                .toList();
    }

    @Override
    public List<Change> findOtherChanges(CatalogName catalog, long revision) {
        return findChanges(catalog, revision).stream().filter(it -> !isOfMessage(it)).toList();
    }

    @Override
    public Map<ChangeTarget, Change> findLatest(CatalogName catalog, Collection<MessageKey> keys) {
        return oldestFirst(catalog).filter(it -> isOfMessage(it) && keys.contains(new MessageKey(it.target().key())))
                .collect(Collectors.toMap(Change::target, it -> it, (earlier, later) -> later));
    }

    private static boolean isOfMessage(Change change) {
        return change.target().subject() == ChangeSubject.MESSAGE || change.target().subject() == ChangeSubject.TEXT;
    }

    @Override
    public List<Change> findChanges(CatalogName catalog, UUID job) {
        return oldestFirst(catalog).filter(it -> it.job().filter(job::equals).isPresent()).toList();
    }

    @Override
    public Optional<Change> findVersion(CatalogName catalog, ChangeTarget target, int version) {
        return latestFirst(catalog).filter(it -> it.target().equals(target) && it.version() == version).findFirst();
    }

    @Override
    public Map<ChangeTarget, Integer> findLastTextVersions(CatalogName catalog, Set<LocaleTag> locales, Collection<MessageKey> keys) {
        return locales.stream().flatMap(locale -> keys.stream().map(key -> ChangeTarget.text(key, locale)))
                .filter(it -> lastVersion(catalog, it) > 0).collect(Collectors.toMap(it -> it, it -> lastVersion(catalog, it)));
    }

    @Override
    public Optional<Change> findLatest(CatalogName catalog, ChangeTarget target) {
        return latestFirst(catalog).filter(it -> it.target().equals(target)).findFirst();
    }

    @Override
    public List<Change> findChanges(CatalogName catalog, Selection selection, int limit) {
        return oldestFirst(catalog)
                .filter(it -> it.target().subject() != ChangeSubject.CATALOG && it.target().subject() != ChangeSubject.LOCALE)
                .filter(it -> selection.key() == null || selection.key().equals(it.target().key()))
                .filter(it -> selection.locale() == null || selection.locale().value().equals(it.target().ofLocale()))
                .filter(it -> selection.author() == null || selection.author().equals(it.changedBy()))
                .filter(it -> selection.cause() == null || selection.cause() == it.cause())
                .filter(it -> selection.from() == null || !it.changedAt().isBefore(selection.from()))
                .filter(it -> selection.to() == null || it.changedAt().isBefore(selection.to())).limit(limit).toList();
    }

    @Override
    public List<Change> findTextChanges(CatalogName catalog, LocaleTag locale, Collection<MessageKey> keys) {
        return latestFirst(catalog).filter(it -> it.target().subject() == ChangeSubject.TEXT
                && locale.value().equals(it.target().ofLocale())
                && keys.stream().anyMatch(key -> key.value().equals(it.target().key()))).toList();
    }

    @Override
    public long lastSourceChange(CatalogName catalog) {
        return latestFirst(catalog).filter(it -> it.after().orElse(null) instanceof HistoryState.CatalogSettings settings
                && settings.sourceLocale() != null).mapToLong(it -> it.id().revision()).findFirst().orElse(0);
    }

    private static boolean isBefore(Change.Id id, Change.@Nullable Id place) {
        return place == null || id.revision() < place.revision() || id.revision() == place.revision() && id.ordinal() < place.ordinal();
    }

    private Stream<Change> oldestFirst(CatalogName catalog) {
        return transactions.tables().changes.stream().filter(it -> it.id().catalog().equals(catalog.value())).sorted(OLDEST_FIRST);
    }

    private Stream<Change> latestFirst(CatalogName catalog) {
        return oldestFirst(catalog).sorted(OLDEST_FIRST.reversed());
    }
}
