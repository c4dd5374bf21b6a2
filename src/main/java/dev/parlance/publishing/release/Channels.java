package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import java.util.List;
import java.util.Optional;

/** The repository of channels and their moves. */
public interface Channels {

    /** Returns the channels of a catalog, sorted by name. */
    List<Channel> findByCatalog(CatalogName catalog);

    Optional<Channel> find(CatalogName catalog, String name);

    /** Saves the channel's current release and appends the move to its history. */
    void add(Channel channel, ChannelMove move);

    /** Returns the moves of a channel, latest first. */
    List<ChannelMove> moves(CatalogName catalog, String channel, int limit);

    /** Returns the heads of all channels of all catalogs, in one query. */
    List<ChannelHead> heads();
}
