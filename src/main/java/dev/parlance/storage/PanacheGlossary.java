package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.TextCounts;
import dev.parlance.catalog.glossary.Glossary;
import dev.parlance.catalog.glossary.GlossaryTerm;
import dev.parlance.checks.text.CheckedTerm;
import dev.parlance.checks.text.TermRegex;
import dev.parlance.locales.LocaleTag;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The PostgreSQL repository of glossaries. */
@ApplicationScoped
class PanacheGlossary implements Glossary, PanacheRepositoryBase<GlossaryTerm, GlossaryTerm.Id> {

    private static final String SELECT_TERMS = """
            select its.term, its.translation, its.do_not_translate
            from (select term, cast(translations as jsonb) ->> :locale as translation, do_not_translate from term where catalog = :catalog) its
            where its.do_not_translate or its.translation is not null order by its.term
            """;
    private static final String AFFECTED_TEXTS = """
            from message_text text
            join message_text source on source.catalog = text.catalog and source.key = text.key and source.locale = :source
            where text.catalog = :catalog and text.locale <> :source and text.errors is not null
              and (source.message ~ :pattern or source.description ~ :pattern)
            """;
    private static final String COUNT_AFFECTED = """
            select counted.locale, count(*) filter (where counted.errors > 0), count(*) filter (where counted.warnings > 0) from message
            join (select text.catalog, text.key, text.locale, text.errors, text.warnings %s) counted
              on counted.catalog = message.catalog and counted.key = message.key
            where message.lifecycle in ('active', 'deprecated') group by counted.locale
            """.replace("%s", AFFECTED_TEXTS);
    private static final String RESET_CHECK_RESULTS = """
            update message_text set errors = null, warnings = null
            where catalog = :catalog and (key, locale) in (select text.key, text.locale %s)
            """.replace("%s", AFFECTED_TEXTS);

    @Override
    public List<CheckedTerm> checkedTerms(CatalogName catalog, LocaleTag locale) {
        var terms = new ArrayList<CheckedTerm>();
        for (var row : getEntityManager().createNativeQuery(SELECT_TERMS, Object[].class).setParameter("catalog", catalog.value())
                .setParameter("locale", locale.value()).getResultList()) {
            var columns = (Object[]) row;
            terms.add(new CheckedTerm((String) columns[0], Optional.ofNullable((String) columns[1]), (Boolean) columns[2]));
        }
        return terms;
    }

    @Override
    public Optional<GlossaryTerm> find(CatalogName catalog, String term) {
        return findByIdOptional(new GlossaryTerm.Id(catalog.value(), term));
    }

    @Override
    public List<GlossaryTerm> page(CatalogName catalog, String after, int limit) {
        return find("id.catalog = ?1 and id.term > ?2 order by id.term", catalog.value(), after).page(0, limit).list();
    }

    @Override
    public int size(CatalogName catalog) {
        return (int) count("id.catalog", catalog.value());
    }

    @Override
    public void add(GlossaryTerm term) {
        persist(term);
    }

    @Override
    public void remove(GlossaryTerm term) {
        delete(term);
    }

    @Override
    public Map<LocaleTag, TextCounts> resetCheckResults(CatalogName catalog, LocaleTag source, String term) {
        var pattern = TermRegex.of(term);
        var counts = new HashMap<LocaleTag, TextCounts>();
        for (var row : getEntityManager().createNativeQuery(COUNT_AFFECTED, Object[].class).setParameter("catalog", catalog.value())
                .setParameter("source", source.value()).setParameter("pattern", pattern).getResultList()) {
            var it = (Object[]) row;
            counts.put(new LocaleTag((String) it[0]), new TextCounts(0, 0, 0, 0, ((Number) it[1]).intValue(), ((Number) it[2]).intValue()));
        }
        getEntityManager().createNativeQuery(RESET_CHECK_RESULTS).setParameter("catalog", catalog.value())
                .setParameter("source", source.value()).setParameter("pattern", pattern).executeUpdate();
        return counts;
    }
}
