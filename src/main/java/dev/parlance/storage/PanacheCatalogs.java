package dev.parlance.storage;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.locales.LocaleTag;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Catalogs in PostgreSQL. */
@ApplicationScoped
class PanacheCatalogs implements Catalogs, PanacheRepositoryBase<Catalog, String> {

    private static final String MAKE = """
            insert into catalog (name, title, source_locale, revision)
            values (:name, :title, :source, 0)
            on conflict (name) do nothing
            """;

    @Override
    public Catalog lockOrMake(CatalogName name, String title, LocaleTag sourceLocale) {
        getEntityManager().createNativeQuery(MAKE)
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
    public boolean has(CatalogName name) {
        return count("name", name.value()) > 0;
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
