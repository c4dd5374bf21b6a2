package dev.parlance.storage;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogLocale;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.locales.LocaleTag;
import dev.parlance.storage.drafts.DraftSqlQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** The PostgreSQL repository of catalogs. */
@ApplicationScoped
class PanacheCatalogs implements Catalogs, PanacheRepositoryBase<Catalog, String> {

    private static final String INSERT_IF_ABSENT = """
            insert into catalog (name, title, source_locale, revision)
            values (:name, :title, :source, 0)
            on conflict (name) do nothing
            """;

    /**
     * The condition of statements that find rows of many messages of one catalog by their keys.
     *
     * <p>An import begins before PostgreSQL has statistics about its catalog. A name that is known when PostgreSQL plans would let it
     * expect no row of the catalog, and read all of them for every statement. With a subquery, it expects as many as in other catalogs.
     */
    static final String IN_CATALOG = "id.catalog = (select named.name from Catalog named where named.name = ?1)";

    /** Without statistics, PostgreSQL would compare each text with all messages of the catalog. */
    private static final String NESTED_LOOPS = "select current_setting('enable_nestloop')";
    private static final String SET_NESTED_LOOPS = "select set_config('enable_nestloop', :value, true)";
    private static final String COUNT_MESSAGES = """
            update catalog set released_messages = (select count(*) from message
                where message.catalog = catalog.name and message.lifecycle in ('active', 'deprecated'))
            where name = :catalog
            """;
    private static final String COUNT_TEXTS = """
            update catalog_locale set (drafts, translated, approved, stale, faulty, warned) =
                (select count(*) filter (where text.state = 'draft'), count(*) filter (where text.state = 'translated'),
                    count(*) filter (where text.state = 'approved'), count(*) filter (where {stale}),
                    count(*) filter (where text.errors > 0), count(*) filter (where text.warnings > 0)
                 from message_text text
                 join message on message.catalog = text.catalog and message.key = text.key and message.lifecycle in ('active', 'deprecated')
                 left join message_text source on source.catalog = text.catalog and source.key = text.key and source.locale = :source
                 where text.catalog = catalog_locale.catalog and text.locale = catalog_locale.locale)
            where catalog = :catalog
            """.replace("{stale}", DraftSqlQuery.STALE);

    private static final String NAME_DELETED_CATALOG = "select set_config('parlance.deleted_catalog', :name, true)";
    /** The tables with rows of a catalog that was never released, in the order in which they can be deleted. */
    private static final List<String> TABLES = List.of("message_text", "message", "catalog_locale", "term", "job", "member", "api_key",
            "change");

    @Override
    public Catalog lockOrCreate(CatalogName name, String title, LocaleTag sourceLocale) {
        getEntityManager().createNativeQuery(INSERT_IF_ABSENT)
                .setParameter("name", name.value())
                .setParameter("title", title)
                .setParameter("source", sourceLocale.value())
                .executeUpdate();
        return findById(name.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Optional<Catalog> lock(CatalogName name) {
        return Optional.ofNullable(findById(name.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void delete(CatalogName name) {
        flush();
        getEntityManager().clear();
        getEntityManager().createNativeQuery(NAME_DELETED_CATALOG, String.class).setParameter("name", name.value()).getSingleResult();
        TABLES.forEach(it -> getEntityManager().createNativeQuery("delete from " + it + " where catalog = :name")
                .setParameter("name", name.value()).executeUpdate());
        getEntityManager().createNativeQuery("delete from catalog where name = :name").setParameter("name", name.value()).executeUpdate();
    }

    @Override
    public boolean hasReleases(CatalogName name) {
        return (Boolean) getEntityManager().createNativeQuery("select exists (select from release where catalog = :name)", Boolean.class)
                .setParameter("name", name.value()).getSingleResult();
    }

    @Override
    public boolean exists(CatalogName name) {
        return count("name", name.value()) > 0;
    }

    @Override
    public Optional<Catalog> find(CatalogName name) {
        return Optional.ofNullable(findById(name.value()));
    }

    @Override
    public void writePending(Catalog catalog) {
        flush();
        var loaded = getEntityManager().unwrap(SharedSessionContractImplementor.class).getPersistenceContext().reentrantSafeEntityEntries();
        Arrays.stream(loaded).map(Map.Entry::getKey).filter(it -> !(it instanceof Catalog) && !(it instanceof CatalogLocale))
                .forEach(getEntityManager()::detach);
    }

    @Override
    public void recomputeCounts(Catalog catalog) {
        flush();
        getEntityManager().createNativeQuery(COUNT_MESSAGES).setParameter("catalog", catalog.name().value()).executeUpdate();
        var previous = String.valueOf(getEntityManager().createNativeQuery(NESTED_LOOPS, String.class).getSingleResult());
        setNestedLoops("off");
        getEntityManager().createNativeQuery(COUNT_TEXTS).setParameter("catalog", catalog.name().value())
                .setParameter("source", catalog.sourceLocale().value()).executeUpdate();
        setNestedLoops(previous);
        getEntityManager().refresh(catalog);
        catalog.catalogLocales().forEach(getEntityManager()::refresh);
    }

    private void setNestedLoops(String value) {
        getEntityManager().createNativeQuery(SET_NESTED_LOOPS, String.class).setParameter("value", value).getSingleResult();
    }

    /** Only the owner of the tables may analyze them; PostgreSQL warns all others and continues. */
    @Override
    public void refreshStatistics() {
        flush();
        getEntityManager().createNativeQuery("analyze message, message_text").executeUpdate();
    }

    @Override
    public void save(Catalog catalog) {
        persistAndFlush(catalog);
    }

    @Override
    public List<CatalogName> names() {
        return findAll(Sort.by("name")).stream().map(Catalog::name).toList();
    }
}
