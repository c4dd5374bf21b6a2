package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import java.util.List;
import java.util.Optional;

/** The channels of all catalogs, and every move they made. */
public interface Channels {

    /** Sorted by name. */
    List<Channel> findByCatalog(CatalogName catalog);

    Optional<Channel> find(CatalogName catalog, String name);

    /** Writes where the channel points now, and how it came there. */
    void add(Channel channel, ChannelMove move);

    /** The latest first. */
    List<ChannelMove> moves(CatalogName catalog, String channel, int limit);

    /** Where every channel of every catalog points, in one query. */
    List<ChannelHead> heads();
}
