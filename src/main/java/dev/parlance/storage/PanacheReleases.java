package dev.parlance.storage;

import dev.parlance.catalog.CatalogName;
import dev.parlance.publishing.Channel;
import dev.parlance.publishing.Release;
import dev.parlance.publishing.ReleaseBundle;
import dev.parlance.publishing.ReleaseId;
import dev.parlance.publishing.Releases;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Releases and channels in PostgreSQL. */
@ApplicationScoped
class PanacheReleases implements Releases, PanacheRepositoryBase<Release, ReleaseId> {

    private static final String AT_CHANNEL = """
            from Release release where exists (
                from Channel channel where channel.id.catalog = ?1 and channel.id.name = ?2
                    and release.id.catalog = channel.id.catalog and release.id.number = channel.release)
            """;
    private static final String BUNDLES = """
            from ReleaseBundle bundle where bundle.id.catalog = ?1 and bundle.id.number = ?2 order by bundle.id.locale
            """;

    @Override
    public Optional<Release> latest(CatalogName catalog) {
        return find("id.catalog = ?1 order by id.number desc", catalog.value()).firstResultOptional();
    }

    @Override
    public Optional<Release> at(CatalogName catalog, String channel) {
        return find(AT_CHANNEL, catalog.value(), channel).firstResultOptional();
    }

    @Override
    public List<ReleaseBundle> bundles(Release release) {
        return getEntityManager().createQuery(BUNDLES, ReleaseBundle.class)
                .setParameter(1, release.catalog().value())
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

    @Override
    public void add(Channel channel) {
        getEntityManager().persist(channel);
    }
}
