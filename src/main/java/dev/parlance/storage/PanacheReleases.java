package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.release.Release;
import dev.parlance.publishing.release.ReleaseBundle;
import dev.parlance.publishing.release.ReleaseId;
import dev.parlance.publishing.release.Releases;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL repository of releases. */
@ApplicationScoped
class PanacheReleases implements Releases, PanacheRepositoryBase<Release, ReleaseId> {

    private static final String BUNDLES = """
            from ReleaseBundle bundle where bundle.id.catalog = ?1 and bundle.id.number = ?2 order by bundle.id.locale
            """;

    @Override
    public Optional<Release> findLatest(CatalogName catalog) {
        return find("id.catalog = ?1 order by id.number desc", catalog.value()).firstResultOptional();
    }

    @Override
    public Optional<Release> find(CatalogName catalog, int number) {
        return findByIdOptional(new ReleaseId(catalog.value(), number));
    }

    @Override
    public List<Release> page(CatalogName catalog, int before, int limit) {
        return find("id.catalog = ?1 and id.number < ?2 order by id.number desc", catalog.value(), before).page(0, limit).list();
    }

    @Override
    public List<ReleaseBundle> bundles(ReleaseId release) {
        return getEntityManager().createQuery(BUNDLES, ReleaseBundle.class)
                .setParameter(1, release.catalog())
                .setParameter(2, release.number())
                .getResultList();
    }

    @Override
    public void add(Release release, List<ReleaseBundle> bundles) {
        persist(release);
        flush();
        bundles.forEach(getEntityManager()::persist);
        flush();
    }
}
