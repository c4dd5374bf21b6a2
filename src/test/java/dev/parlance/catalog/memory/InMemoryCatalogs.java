package dev.parlance.catalog.memory;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogLocale;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.TextCounts;
import dev.parlance.catalog.TextId;
import dev.parlance.locales.LocaleTag;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Catalogs in memory. There is one thread, so every transaction has the lock. */
final class InMemoryCatalogs implements Catalogs {
    private final InMemoryTransactions transactions;

    InMemoryCatalogs(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Catalog lockOrCreate(CatalogName name, String title, LocaleTag sourceLocale) {
        return transactions.tables().catalogs.computeIfAbsent(name, it -> {
            var catalog = EntityFields.create(Catalog.class);
            EntityFields.set(catalog, "name", name.value());
            EntityFields.set(catalog, "title", title);
            EntityFields.set(catalog, "sourceLocale", sourceLocale);
            EntityFields.set(catalog, "publiclyReadable", true);
            return catalog;
        });
    }

    @Override
    public Optional<Catalog> lock(CatalogName name) {
        return find(name);
    }

    /** The rows are there already: fakes return them, not copies. */
    @Override
    public void save(Catalog catalog) {
        transactions.tables().catalogs.put(catalog.name(), catalog);
    }

    @Override
    public void delete(CatalogName name) {
        var tables = transactions.tables();
        tables.texts.keySet().removeIf(it -> it.catalog().equals(name.value()));
        tables.messages.keySet().removeIf(it -> it.catalog().equals(name.value()));
        tables.terms.keySet().removeIf(it -> it.catalog().equals(name.value()));
        tables.changes.removeIf(it -> it.id().catalog().equals(name.value()));
        tables.catalogs.remove(name);
    }

    @Override
    public boolean hasReleases(CatalogName name) {
        return transactions.tables().releasedCatalogs.contains(name);
    }

    @Override
    public boolean exists(CatalogName name) {
        return transactions.tables().catalogs.containsKey(name);
    }

    @Override
    public Optional<Catalog> find(CatalogName name) {
        return Optional.ofNullable(transactions.tables().catalogs.get(name));
    }

    @Override
    public void writePending(Catalog catalog) {
        // Rows are in memory anyway.
    }

    @Override
    public void recomputeCounts(Catalog catalog) {
        int released = (int) transactions.tables().messagesOf(catalog.name())
                .filter(it -> it.definition().lifecycle().stage().isReleased()).count();
        catalog.addToReleasedMessages(released - catalog.releasedMessageCount());
        catalog.catalogLocales().forEach(it -> catalog.addToCounts(it.locale(), countTexts(catalog, it).plus(it.counts(), -1)));
    }

    @Override
    public void refreshStatistics() {
        // Maps need no statistics.
    }

    private TextCounts countTexts(Catalog catalog, CatalogLocale locale) {
        var tables = transactions.tables();
        return tables.textsOf(catalog.name()).filter(it -> it.locale().equals(locale.locale()))
                .filter(it -> tables.isReleased(new TextId(catalog.name().value(), it.key().value(), it.locale().value())))
                .map(it -> TextCounts.of(it, it.isStale(sourceOf(catalog, it)))).reduce(TextCounts.NONE, (sum, it) -> sum.plus(it, 1));
    }

    private MessageText sourceOf(Catalog catalog, MessageText text) {
        return transactions.tables().texts.get(new TextId(catalog.name().value(), text.key().value(), catalog.sourceLocale().value()));
    }

    @Override
    public List<CatalogName> names() {
        return transactions.tables().catalogs.keySet().stream().sorted(Comparator.comparing(CatalogName::value)).toList();
    }
}
