package dev.parlance.publishing;

import dev.parlance.catalog.CatalogName;
import java.util.List;
import java.util.Optional;

/** All releases there ever were, and the channels that point at them. */
public interface Releases {

    Optional<Release> latest(CatalogName catalog);

    /** The release a channel points at. */
    Optional<Release> at(CatalogName catalog, String channel);

    /** One a locale. */
    List<ReleaseBundle> bundles(Release release);

    void add(Release release, List<ReleaseBundle> bundles);

    void add(Channel channel);
}
