package dev.parlance.publishing.release;

import dev.parlance.catalog.CatalogName;
import dev.parlance.errorbody.ErrorMembers;
import java.util.List;
import java.util.Map;
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

    /** Returns the members of the error bodies of the catalogs that do not use the default ones. */
    Map<CatalogName, ErrorMembers> errorMembers();

    /** Returns the heads of all channels of all catalogs, in one query. */
    List<ChannelHead> heads();
}
