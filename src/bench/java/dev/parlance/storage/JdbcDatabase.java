package dev.parlance.storage;

import dev.parlance.catalog.Catalog;
import dev.parlance.catalog.CatalogLocale;
import dev.parlance.catalog.CatalogName;
import dev.parlance.errorbody.ErrorMembers;
import dev.parlance.catalog.Transactions;
import dev.parlance.catalog.suggestions.TranslationMemory;
import dev.parlance.locales.LocaleTag;
import dev.parlance.publishing.blob.Blobs;
import dev.parlance.publishing.release.Channel;
import dev.parlance.publishing.release.ChannelHead;
import dev.parlance.publishing.release.ChannelMove;
import dev.parlance.publishing.release.Channels;
import dev.parlance.publishing.release.Release;
import dev.parlance.publishing.release.ReleaseBundle;
import dev.parlance.publishing.release.ReleaseId;
import dev.parlance.publishing.release.Releases;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/**
 * The repositories on PostgreSQL without the container, so that the heap holds only the snapshot.
 *
 * <p>Blobs use the production implementation; catalogs and releases, one row each, use plain JPA instead of Panache.
 */
public final class JdbcDatabase implements AutoCloseable {
    private final EntityManagerFactory factory;
    private final EntityManager database;

    public JdbcDatabase(String jdbcUrl) {
        this.factory = new HibernatePersistenceConfiguration("bench").jdbcUrl(jdbcUrl)
                .managedClasses(Catalog.class, CatalogLocale.class, Release.class, ReleaseBundle.class, LocaleTagColumn.class)
                .property("hibernate.physical_naming_strategy", "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy")
                .createEntityManagerFactory();
        var each = ThreadLocal.withInitial(factory::createEntityManager);
        this.database = (EntityManager) Proxy.newProxyInstance(EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> method.invoke(each.get(), arguments));
    }

    public Blobs blobs() {
        return new SqlBlobs(database);
    }

    public TranslationMemory memory() {
        return new SqlTranslationMemory(database);
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

    public Catalog make(CatalogName name, LocaleTag source) {
        database.createNativeQuery("insert into catalog (name, title, source_locale, revision) values (?1, ?1, ?2, 1)")
                .setParameter(1, name.value()).setParameter(2, source.value()).executeUpdate();
        return database.find(Catalog.class, name.value());
    }

    /** Returns channels that report each release as the head of {@code production}. */
    public Channels channels() {
        return new Channels() {
            @Override
            public List<ChannelHead> heads() {
                return database.createQuery("from Release", Release.class).getResultList().stream()
                        .map(it -> new ChannelHead(it.catalog(), Channel.PRODUCTION, it.number(), it.createdAt(), it.number())).toList();
            }

            @Override
            public List<Channel> findByCatalog(CatalogName catalog) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Channel> find(CatalogName catalog, String name) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void add(Channel channel, ChannelMove move) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<ChannelMove> moves(CatalogName catalog, String channel, int limit) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Map<CatalogName, ErrorMembers> errorMembers() {
                return Map.of();
            }
        };
    }

    public Releases releases() {
        return new Releases() {
            @Override
            public Optional<Release> find(CatalogName catalog, int number) {
                return Optional.ofNullable(database.find(Release.class, new ReleaseId(catalog.value(), number)));
            }

            @Override
            public List<ReleaseBundle> bundles(ReleaseId release) {
                return database.createQuery("from ReleaseBundle bundle where bundle.id.catalog = ?1 order by bundle.id.locale",
                        ReleaseBundle.class).setParameter(1, release.catalog()).getResultList();
            }

            @Override
            public void add(Release release, List<ReleaseBundle> bundles) {
                database.persist(release);
                database.flush();
                bundles.forEach(database::persist);
            }

            @Override
            public Optional<Release> findLatest(CatalogName catalog) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Release> page(CatalogName catalog, int before, int most) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public void close() {
        factory.close();
    }
}
