package dev.parlance.storage;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogName;
import dev.parlance.catalog.Catalogs;
import dev.parlance.catalog.Transactions;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.Blobs;
import dev.parlance.publishing.Channel;
import dev.parlance.publishing.Release;
import dev.parlance.publishing.ReleaseBundle;
import dev.parlance.publishing.ReleaseId;
import dev.parlance.publishing.Releases;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/**
 * The ports on PostgreSQL without the container, so that nothing but a snapshot is in the heap: the real blobs; catalogs and
 * releases, a row each, by plain JPA in place of Panache.
 */
public final class PlainDatabase implements AutoCloseable {
    private final EntityManagerFactory factory;
    private final EntityManager database;

    public PlainDatabase(String jdbcUrl) {
        this.factory = new HibernatePersistenceConfiguration("bench").jdbcUrl(jdbcUrl)
                .managedClasses(Catalog.class, Release.class, ReleaseBundle.class, Channel.class, LocaleTagColumn.class)
                .property("hibernate.physical_naming_strategy", "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy")
                .createEntityManagerFactory();
        this.database = factory.createEntityManager();
    }

    public Blobs blobs() {
        return new GzipBlobs(database);
    }

    public Transactions transactions() {
        return new Transactions() {
            @Override
            public <T> T call(Supplier<T> action) {
                database.getTransaction().begin();
                var result = action.get();
                database.getTransaction().commit();
                database.clear();
                return result;
            }
        };
    }

    public Catalogs catalogs() {
        return new Catalogs() {
            @Override
            public Catalog lockOrMake(CatalogName name, String title, LocaleTag source) {
                database.createNativeQuery("insert into catalog (name, title, source_locale, revision) values (?1, ?2, ?3, 1)")
                        .setParameter(1, name.value()).setParameter(2, title).setParameter(3, source.value()).executeUpdate();
                return database.find(Catalog.class, name.value());
            }

            @Override
            public void save(Catalog catalog) {
                database.persist(catalog);
            }

            @Override
            public List<CatalogName> names() {
                return database.createQuery("select name from Catalog", String.class).getResultList().stream()
                        .map(CatalogName::new).toList();
            }
        };
    }

    public Releases releases() {
        return new Releases() {
            @Override
            public Optional<Release> latest(CatalogName catalog) {
                return at(catalog, Channel.PRODUCTION);
            }

            @Override
            public Optional<Release> at(CatalogName catalog, String channel) {
                return Optional.ofNullable(database.find(Release.class, new ReleaseId(catalog.value(), 1)));
            }

            @Override
            public List<ReleaseBundle> bundles(Release release) {
                return database.createQuery("from ReleaseBundle bundle where bundle.id.catalog = ?1 order by bundle.id.locale",
                        ReleaseBundle.class).setParameter(1, release.catalog().value()).getResultList();
            }

            @Override
            public void add(Release release, List<ReleaseBundle> bundles) {
                database.persist(release);
                database.flush();
                bundles.forEach(database::persist);
            }

            @Override
            public void add(Channel channel) {
                database.persist(channel);
            }
        };
    }

    @Override
    public void close() {
        factory.close();
    }
}
