package dev.parlance.catalog.memory;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.MessageText;
import dev.parlance.catalog.TextCounts;
import dev.parlance.catalog.TextId;
import dev.parlance.catalog.glossary.Glossary;
import dev.parlance.catalog.glossary.GlossaryTerm;
import dev.parlance.checks.text.CheckedTerm;
import dev.parlance.checks.text.TermRegex;
import dev.parlance.locales.LocaleTag;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Glossaries in memory. */
final class InMemoryGlossary implements Glossary {
    private final InMemoryTransactions transactions;

    InMemoryGlossary(InMemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<CheckedTerm> checkedTerms(CatalogName catalog, LocaleTag locale) {
        return sorted(catalog).map(GlossaryTerm::content)
                .map(it -> new CheckedTerm(it.term(), Optional.ofNullable(it.translations().get(locale)), it.doNotTranslate()))
                .filter(it -> it.doNotTranslate() || it.translation().isPresent()).toList();
    }

    @Override
    public Optional<GlossaryTerm> find(CatalogName catalog, String term) {
        return Optional.ofNullable(transactions.tables().terms.get(new GlossaryTerm.Id(catalog.value(), term)));
    }

    @Override
    public List<GlossaryTerm> page(CatalogName catalog, String after, int limit) {
        return sorted(catalog).filter(it -> InMemoryTables.BY_CODE_POINT.compare(it.term(), after) > 0).limit(limit).toList();
    }

    @Override
    public int size(CatalogName catalog) {
        return (int) sorted(catalog).count();
    }

    @Override
    public void add(GlossaryTerm term) {
        InMemoryTables.insert(transactions.tables().terms, term);
    }

    @Override
    public void remove(GlossaryTerm term) {
        transactions.tables().terms.remove((GlossaryTerm.Id) EntityFields.get(term, "id"));
    }

    @Override
    public Map<LocaleTag, TextCounts> resetCheckResults(CatalogName catalog, LocaleTag sourceLocale, String term) {
        var tables = transactions.tables();
        var pattern = Pattern.compile(TermRegex.of(term), Pattern.DOTALL);
        var counts = new HashMap<LocaleTag, TextCounts>();
        var affected = tables.texts.keySet().stream()
                .filter(it -> it.catalog().equals(catalog.value()) && !it.locale().equals(sourceLocale.value()))
                .filter(it -> tables.texts.get(it).errors().isPresent() && isSourceMatching(it, sourceLocale, pattern)).toList();
        for (var id : affected) {
            if (tables.isReleased(id)) {
                counts.merge(new LocaleTag(id.locale()), findingCounts(tables.texts.get(id)), (sum, it) -> sum.plus(it, 1));
            }
            tables.resetCheckResults(id);
        }
        return counts;
    }

    private boolean isSourceMatching(TextId id, LocaleTag sourceLocale, Pattern pattern) {
        var source = transactions.tables().texts.get(new TextId(id.catalog(), id.key(), sourceLocale.value()));
        return source != null
                && Stream.of(source.content().message(), source.content().description()).anyMatch(it -> pattern.matcher(it).find());
    }

    private static TextCounts findingCounts(MessageText text) {
        var counts = TextCounts.of(text, false);
        return new TextCounts(0, 0, 0, 0, counts.withErrors(), counts.withWarnings());
    }

    private Stream<GlossaryTerm> sorted(CatalogName catalog) {
        return transactions.tables().terms.entrySet().stream().filter(it -> it.getKey().catalog().equals(catalog.value()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(GlossaryTerm::term, InMemoryTables.BY_CODE_POINT));
    }
}
